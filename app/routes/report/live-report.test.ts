import { expect, test } from "vitest";
import { saveCommitment } from "#db/queries/live/commitments.ts";
import { addEntry } from "#db/queries/live/entries.ts";
import { askQuestion } from "#db/queries/live/questions.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { agendaItem, note } from "#db/schema/live.ts";
import { compareDanish } from "#domain/danish-order.ts";
import { NOW } from "../../../tests/factories.ts";
import { acting, addGuest, aLiveWorkshopOf } from "../../../tests/live-guests.ts";
import { makeLiveReport } from "./live-report.ts";

/** Holbæk and Varde each promise something and write an idea; one of Varde's is hidden. */
async function report(over: { withNames?: boolean; organisationId?: string | null } = {}) {
  const db = aLiveWorkshopOf("holbaek", "varde");
  addGuest(db, { id: "ida", name: "Ida Navnesen", organisationId: "0316" });
  addGuest(db, { id: "ole", name: "Ole Navnesen", organisationId: "0573" });
  const promise = {
    workshopId: "w",
    firstStep: "Ring",
    due: "2026-12-01",
    originId: null,
    today: "2026-11-22",
    now: NOW,
  };
  for (const [who, ownerId, what] of [
    ["ida", "0316", "Holbæks kursus"],
    ["ole", "0573", "Vardes vagtplan"],
  ] as const) {
    const made = { ...promise, id: what, what, ownerId, partners: [], decision: what };
    await saveCommitment(db, await acting(db, who), made);
  }
  const values = { workshopId: "w", itemId: "w-item", revealedAt: NOW };
  const checkOut = {
    id: "out",
    workshopId: "w",
    position: 1,
    title: "Tjek-ud",
    minutes: 8,
    kind: "check-out",
  } as const;
  db.insert(agendaItem)
    .values({ ...checkOut, lanes: [{ id: "home", title: "Det tager jeg med" }] })
    .run();
  db.insert(note)
    .values([
      { ...values, id: "n1", organisationId: "0316", text: "Holbæks idé", sortOrder: "a" },
      { ...values, id: "n2", organisationId: "0573", text: "Vardes idé", sortOrder: "b" },
      {
        ...values,
        id: "n4",
        itemId: "out",
        laneId: "home",
        organisationId: "0316",
        text: "Vi er flere",
        sortOrder: "c",
      },
      { ...values, id: "n5", itemId: "out", laneId: null, text: "Godt", sortOrder: "d" },
      { ...values, id: "n3", organisationId: "0573", text: "Vardes skjulte", hiddenAt: NOW, revealedAt: null },
    ])
    .run();
  const ida = await acting(db, "ida");
  await addEntry(db, ida, { id: "e", workshopId: "w", kind: "parked", text: "Hvem betaler?", now: NOW });
  await askQuestion(db, ida, { id: "q", workshopId: "w", text: "Må vi?", now: NOW });
  const options = { withNames: false, organisationId: null, compare: compareDanish, ...over };
  return makeLiveReport(await readLiveView(db, "w"), options) ?? expect.fail("there is no report");
}

test("the report tells what was decided, agreed, parked and asked, and what is owed", async () => {
  const { agreements, decisions, parked, questions, owed } = await report();
  expect(agreements.map(({ owner, what, status }) => [owner, what, status])).toEqual([
    ["Holbæk", "Holbæks kursus", "new"],
    ["Varde", "Vardes vagtplan", "new"],
  ]);
  expect(decisions).toHaveLength(2);
  expect(parked).toEqual(["Hvem betaler?"]);
  expect([questions.length, owed]).toEqual([1, 1]);
});

test("who was there is told by kommune, and by name only when that is allowed", async () => {
  const told = await report();
  expect(told.attendance).toEqual([
    { organisation: "Holbæk", people: 1, names: null },
    { organisation: "Varde", people: 1, names: null },
  ]);
  expect(JSON.stringify(told)).not.toContain("Navnesen");
  expect((await report({ withNames: true })).attendance[0]?.names).toEqual(["Ida Navnesen"]);
});

test("what was said at the check-out are answers, heading by heading, and no ideas", async () => {
  const { replies, ideas } = await report();
  expect(replies).toEqual([
    { heading: "Det tager jeg med", texts: ["Vi er flere"] },
    { heading: "Tjek-ud", texts: ["Godt"] },
  ]);
  expect(ideas).toEqual([]);
});

test("a kommune's edition has its own agreements and ideas, and nobody else's people", async () => {
  const own = await report({ withNames: true, organisationId: "0316" });
  expect(own.agreements.map(({ what }) => what)).toEqual(["Holbæks kursus"]);
  expect(own.ideas).toEqual(["Holbæks idé"]);
  expect(own.replies).toEqual([{ heading: "Det tager jeg med", texts: ["Vi er flere"] }]);
  expect(own.attendance.map(({ organisation }) => organisation)).toEqual(["Holbæk"]);
  expect(JSON.stringify(own)).not.toMatch(/Ole|skjulte|Vardes idé/);
});
