import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { keepOrigin } from "#db/queries/live/ideas.ts";
import { loadPerson } from "#db/queries/people.ts";
import { findWorkshop } from "#db/queries/workshops.ts";
import { board } from "#db/schema/board.ts";
import { cluster, workshopRun } from "#db/schema/live.ts";
import { addInitiative, addPerson, NOW } from "../../../tests/factories.ts";
import { aLiveWorkshopOf } from "../../../tests/live-guests.ts";
import { loadLiveReport } from "./live-data.server.ts";

test("the report lists what the day added to the boards that all may read, with the kommune and the idea it came from", async () => {
  const db = aLiveWorkshopOf("holbaek", "varde", "billund");
  db.update(workshopRun)
    .set({ startedAt: NOW - 1 })
    .run();
  db.update(board).set({ visibility: "own" }).where(eq(board.id, "billund")).run();
  for (const [boardId, title] of [
    ["varde", "Vikarer"],
    ["holbaek", "Mentorer"],
    ["billund", "Kun vores"],
  ] as const)
    addInitiative(db, { boardId, id: "one", title });
  db.insert(cluster).values({ id: "g", workshopId: "w", itemId: "w-item", title: "Vikarer", sortOrder: "1" }).run();
  const origin = { title: "Vikarer", texts: ["Fælles pulje", "Samme app"], votes: 0 };
  await keepOrigin(db, { originId: "g", workshopId: "w", boardId: "varde", initiativeId: "one", origin, at: NOW });
  addPerson(db, { id: "editor", roles: [{ role: "editor", organisationId: "0530" }] });
  const person = (await loadPerson(db, "editor")) ?? expect.fail("nobody reads it");
  const workshop = (await findWorkshop(db, "w")) ?? expect.fail("there is no workshop");
  const place = { person, workshop, readsWorkshop: true, isFacilitator: false, editions: [] };
  const told = async (organisationId: string | null) =>
    (await loadLiveReport({ db }, { ...place, organisationId }))?.newInitiatives.map(
      ({ municipality, title, origin: from }) => [municipality, title, from],
    );
  expect(await told(null)).toEqual([
    ["Holbæk", "Mentorer", null],
    ["Varde", "Vikarer", "Fælles pulje; Samme app"],
  ]);
  expect(await told("0530")).toEqual([["Billund", "Kun vores", null]]);
  expect(await told("0573")).toEqual([["Varde", "Vikarer", "Fælles pulje; Samme app"]]);
});
