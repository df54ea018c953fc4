import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { addFinding, addInitiative, addPerson, addWorkshopOf, NOW } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader as findingList } from "../findings/route.tsx";
import { loader } from "./route.tsx";

/** Holbæk takes part in both workshops, Varde and Billund in one each. */
async function twoWorkshops(): Promise<Database> {
  const db = openDatabase(":memory:");
  addWorkshopOf(db, { id: "spring", kommuner: ["holbaek", "varde"], prefix: "spring-" });
  addWorkshopOf(db, { id: "autumn", kommuner: ["holbaek", "billund"], prefix: "autumn-" });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  for (const boardId of ["spring-holbaek", "spring-varde", "autumn-holbaek", "autumn-billund"]) {
    for (const id of ["one", "two", "three"]) addInitiative(db, { boardId, id });
  }
  addFinding(db, { id: "inside", a: ["spring-holbaek", "one"], b: ["spring-varde", "one"] });
  addFinding(db, { id: "answered", a: ["spring-holbaek", "two"], b: ["spring-varde", "two"] });
  addFinding(db, { id: "across", a: ["autumn-holbaek", "one"], b: ["spring-varde", "three"] });
  addFinding(db, { id: "autumn", a: ["autumn-holbaek", "two"], b: ["autumn-billund", "two"] });
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

test("who belongs to no kommune sees what waits in their workshop; a kommune sees its own instead", async () => {
  const db = await twoWorkshops();
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "spring" }] });
  const across = (await loader(asking(await servicesFor(db, "facilitator"), "/"))).across;
  expect(across?.workshop.id).toBe("spring");
  expect([across?.waiting, across?.coverage.total]).toEqual([2, 2]);
  // The one that Holbæk has answered waits for Varde, so an answer there is worth most.
  expect(across?.first.map(({ id }) => id)).toEqual(["answered", "inside"]);
  expect((await loader(asking(await servicesFor(db, "hr"), "/"))).across).toBeNull();
});
