import { expect, test } from "vitest";
import { writeComment } from "#db/queries/comments.ts";
import { addInitiative, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { addGuest } from "../../../tests/live-guests.ts";
import { findNamedPlaces } from "./named-places.ts";

test("it is told where the names of those who took part stand on the boards, in which field and whose", async () => {
  const db = aWorkshopOf("holbaek", "varde");
  addGuest(db, { id: "ida", name: "Ida Navnesen", organisationId: "0316" });
  addGuest(db, { id: "bo", name: "Bo", organisationId: "0573" });
  addInitiative(db, { boardId: "varde", id: "v", title: "Bos vagtplan", descriptionText: "Ida Navnesen ved mere" });
  addInitiative(db, { boardId: "holbaek", id: "h", title: "Botilbud", descriptionText: "Ida alene" });
  addInitiative(db, { boardId: "holbaek", id: "said", title: "Mentorer" });
  const written = { threadId: "t", begins: { boardId: "holbaek", initiativeId: "said" }, notices: new Map() };
  await writeComment(db, { ...written, id: "c", personId: "ida", at: NOW, text: "Spørg Bo" });
  expect(await findNamedPlaces(db, { workshopId: "w", boardIds: ["holbaek", "varde"] })).toEqual([
    {
      ...{ boardId: "holbaek", initiativeId: "said", title: "Mentorer", isBinned: false },
      ...{ fields: ["comment"], names: ["Bo"] },
    },
    {
      ...{ boardId: "varde", initiativeId: "v", title: "Bos vagtplan", isBinned: false },
      ...{ fields: ["title", "description"], names: ["Bo", "Ida Navnesen"] },
    },
  ]);
  expect(await findNamedPlaces(db, { workshopId: "w", boardIds: [] })).toEqual([]);
});
