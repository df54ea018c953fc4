import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import {
  addBoard,
  addFinding,
  addInitiative,
  addMunicipality,
  addPerson,
  addWorkshop,
  NOW,
} from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader as findingList } from "../findings/route.tsx";
import { loader } from "./route.tsx";

/** Holbæk takes part in both workshops, Varde and Billund in one each. */
async function twoWorkshops(): Promise<Database> {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addMunicipality(db, { id: "0573", name: "Varde" });
  addMunicipality(db, { id: "0530", name: "Billund" });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  const boards = [
    ["spring", "0316"],
    ["spring", "0573"],
    ["autumn", "0316"],
    ["autumn", "0530"],
  ] as const;
  for (const workshop of ["spring", "autumn"]) {
    const organisationIds = boards.filter(([of]) => of === workshop).map(([, id]) => id);
    addWorkshop(db, { id: workshop, title: workshop, organisationIds });
  }
  for (const [workshopId, organisationId] of boards) {
    const boardId = addBoard(db, { id: `${workshopId}-${organisationId}`, workshopId, organisationId });
    for (const id of ["one", "two", "three"]) addInitiative(db, { boardId, id });
  }
  addFinding(db, { id: "inside", a: ["spring-0316", "one"], b: ["spring-0573", "one"] });
  addFinding(db, { id: "answered", a: ["spring-0316", "two"], b: ["spring-0573", "two"] });
  addFinding(db, { id: "across", a: ["autumn-0316", "one"], b: ["spring-0573", "three"] });
  addFinding(db, { id: "autumn", a: ["autumn-0316", "two"], b: ["autumn-0530", "two"] });
  const given = { findingId: "answered", organisationId: "0316", personId: "hr", aHash: "a1", bHash: "b1" };
  await recordAnswer(db, { ...given, id: "x", answer: "meet", reason: "", now: NOW });
  return db;
}

test("each list that the overview leads to shows as many findings as it said, all of them one's own", async () => {
  const context = await servicesFor(await twoWorkshops(), "hr");
  const { waiting } = await loader(asking(context, "/"));
  expect(waiting.count).toBe(3);
  expect(waiting.lists.map(({ workshop, isOutside, count }) => [workshop, isOutside, count])).toEqual([
    ["autumn", false, 1],
    ["autumn", true, 1],
    ["spring", false, 2],
    ["spring", true, 1],
  ]);
  for (const { href, count, workshop } of waiting.lists) {
    const { list } = await findingList(asking(context, href, { params: { workshopId: workshop } }));
    expect(list.count).toBe(count);
    for (const { a, b } of list.rows) expect([a.municipality, b.municipality]).toContain("Holbæk");
  }
});
