import { expect, test } from "vitest";
import { findingAnswer } from "#db/schema/finding.ts";
import { workshopOrganisation } from "#db/schema/workshop.ts";
import { BOARDS_OVERVIEW } from "#domain/live/indicator.ts";
import { addActor, addBoard, addFinding, addInitiative, addMunicipality } from "../../../tests/factories.ts";
import { aLiveWorkshop } from "../../../tests/live-world.ts";
import { readLiveView } from "./view.ts";

function aWorkshopAtTheCheck(itemId: "check" | "overview" | "break") {
  const agenda = [
    { id: "check", kind: "synergy-check" },
    { id: "overview", kind: "framing", indicators: [BOARDS_OVERVIEW] },
    { id: "break", kind: "break" },
  ] as const;
  const db = aLiveWorkshop(agenda, itemId);
  addMunicipality(db, { id: "0461", name: "Odense" });
  db.insert(workshopOrganisation).values({ workshopId: "w", organisationId: "0461", addedAt: 1 }).run();
  addBoard(db, { id: "odense", workshopId: "w", organisationId: "0461" });
  for (const [id, name] of [
    ["sosu", "SOSU H"],
    ["foa", "FOA"],
  ] as const)
    addActor(db, { id, name });
  for (const boardId of ["holbaek", "varde", "odense"]) {
    addInitiative(db, {
      boardId,
      id: "one",
      tags: { targetGroups: ["nyansatte"], chainLinks: boardId === "odense" ? ["onboarding"] : [] },
      actors: { sosu: "to-involve", ...(boardId === "varde" && { foa: "lead" }) },
    });
  }
  addFinding(db, { id: "pair", a: ["holbaek", "one"], b: ["varde", "one"] });
  return db;
}

test("the hall sees how many pairs are answered, and the actors that three kommuner or more count on", async () => {
  const db = aWorkshopAtTheCheck("check");
  const { check } = await readLiveView(db, "w");
  expect(check.now).toEqual({
    total: 1,
    decided: 0,
    answers: 0,
    pressed: [{ id: "sosu", name: "SOSU H", kommuner: ["Holbæk", "Odense", "Varde"] }],
    whiteSpots: expect.any(Array),
  });
});

test("an item that frames with what the boards say shows the same, and where most kommuner have nothing", async () => {
  const { check } = await readLiveView(aWorkshopAtTheCheck("overview"), "w");
  expect(check.now?.pressed).toHaveLength(1);
  expect(check.now?.whiteSpots[0]).toEqual({
    links: ["onboarding"],
    targetGroup: "nyansatte",
    reaching: 3,
    missing: ["Holbæk", "Varde"],
  });
});

test("what a kommune keeps to itself is not counted, and nothing is while the agenda is elsewhere", async () => {
  const db = aWorkshopAtTheCheck("check");
  db.$client.exec("update board set visibility = 'own' where id = 'varde'");
  expect((await readLiveView(db, "w")).check.now).toMatchObject({ total: 0, pressed: [] });
  expect(JSON.stringify((await readLiveView(db, "w")).check)).not.toContain("Varde");
  expect((await readLiveView(aWorkshopAtTheCheck("break"), "w")).check).toEqual({});
});

test("an answer of one kommune is counted, though it decides nothing yet: the tables' pairs are read again by it", async () => {
  const db = aWorkshopAtTheCheck("check");
  db.insert(findingAnswer)
    .values({
      ...{ id: "answer", findingId: "pair", organisationId: "0316", answer: "coordinate", personId: "facilitator" },
      ...{ aHash: "", bHash: "", at: 1 },
    })
    .run();
  expect((await readLiveView(db, "w")).check.now).toMatchObject({ decided: 0, answers: 1 });
});
