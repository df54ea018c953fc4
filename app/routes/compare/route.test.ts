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

test("the largest white spot is named with the kommuner that have it, and leads to the table that shows it", async () => {
  const db = openDatabase(":memory:");
  addPerson(db, { id: "consultant", roles: [{ role: "consultant" }] });
  addWorkshopOf(db, { id: "w", kommuner: ["holbaek", "billund", "varde"] });
  const people = { targetGroups: ["nyansatte"] };
  for (const boardId of ["holbaek", "billund", "varde"]) addInitiative(db, { boardId, id: "new", tags: people });
  addInitiative(db, { boardId: "varde", id: "stay", tags: { ...people, chainLinks: ["retention"] } });
  const context = await servicesFor(db, "consultant");
  const [spot] = (await loader(asking(context, "/compare"))).page.spots;
  expect(spot).toMatchObject({
    link: "retention",
    targetGroup: "Nyansatte",
    reaching: 3,
    missing: ["Billund", "Holbæk"],
  });
  const { page } = await loader(asking(context, `/compare${spot?.href}`));
  const row = page.matrix.rows.find(({ id }) => id === "retention");
  expect(page.matrix.columns.filter((_, at) => row?.counts[at] === 0).map(({ name }) => name)).toEqual(spot?.missing);
});
