import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { writeCompareView } from "#domain/compare.ts";
import { addActor, addInitiative, addPerson, addWorkshopOf } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { municipalityView } from "./municipality-view.ts";
import { loader } from "./route.tsx";

function twoMunicipalities(): Database {
  const db = openDatabase(":memory:");
  addActor(db, { id: "foa" });
  addPerson(db, { id: "consultant", roles: [{ role: "consultant" }] });
  const kommuner = ["holbaek", "billund"] as const;
  for (const workshop of ["spring", "autumn"]) {
    addWorkshopOf(db, { id: workshop, kommuner, prefix: `${workshop}-` });
    for (const boardId of kommuner.map((kommune) => `${workshop}-${kommune}`)) {
      addInitiative(db, { boardId, id: "with", actors: { foa: "lead" }, tags: { themes: ["ledelse"] } });
      addInitiative(db, { boardId, id: "without", status: "running" });
      addInitiative(db, { boardId, id: "running", status: "running", actors: { foa: "lead" } });
    }
  }
  return db;
}

test.each(["", "?workshop=spring", "?rows=statuses&turned=yes&status=running", "?themes=ledelse&workshop=autumn"])(
  "a kommune in the drawing of compare%s opens as many initiatives as it says, and nothing else of the view changes",
  async (search) => {
    const context = await servicesFor(twoMunicipalities(), "consultant");
    const { page } = await loader(asking(context, `/compare${search}`));
    expect(page.network.municipalities).toHaveLength(2);
    for (const { id, initiatives } of page.network.municipalities) {
      const opened = await loader(asking(context, `/compare?${writeCompareView(municipalityView(page.view, id))}`));
      expect(opened.page.cell?.initiatives).toHaveLength(initiatives);
      expect({ ...opened.page.view, cell: null }).toEqual({ ...page.view, cell: null });
    }
  },
);
