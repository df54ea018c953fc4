import { beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { newestInitiatives, summariseBoards, tallyFindings, usedThemeIds } from "#db/queries/board-summaries.ts";
import { createBoard, listBoards } from "#db/queries/boards.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { createWorkshop } from "#db/queries/workshops.ts";
import { finding } from "#db/schema/finding.ts";
import { initiative, initiativeActor, initiativeTag } from "#db/schema/initiative.ts";
import type { Answer, FindingKind } from "#domain/finding.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";

let db: Database;

beforeEach(async () => {
  db = openDatabase(":memory:");
  await createWorkshop(db, { id: "w", title: "Værksted", organiser: "", createdBy: null, now: 1 });
  for (const [id, name] of [
    ["0316", "Holbæk"],
    ["0573", "Varde"],
  ] as const) {
    await createOrganisation(db, { id, kind: "municipality", name, fullName: `${name} Kommune`, now: 1 });
    await createBoard(db, { id: name, workshopId: "w", organisationId: id, visibility: "workshop", now: 1 });
  }
});

function put(boardId: string, id: string, change: { status?: InitiativeStatus; at?: number; binnedAt?: number } = {}) {
  const at = change.at ?? 10;
  const { status = "idea", binnedAt = null } = change;
  const row = {
    title: `Indsats ${id}`,
    descriptionText: "",
    snapshot: "{}",
    sortOrder: "a",
    createdAt: at,
    updatedAt: at,
  };
  db.insert(initiative)
    .values({ boardId, id, ...row, status, binnedAt })
    .run();
}

function find(id: string, pair: [a: [string, string], b: [string, string]], kind: FindingKind = "overlap") {
  const [[aBoardId, aInitiativeId], [bBoardId, bInitiativeId]] = pair;
  const hashes = { aHash: "a", bHash: "b", createdAt: 1, updatedAt: 1 };
  const sides = { aBoardId, aInitiativeId, bBoardId, bInitiativeId };
  db.insert(finding)
    .values({ id, ...sides, kind, strength: "strong", score: 1, reasons: [], ...hashes })
    .run();
}

const answer = (findingId: string, organisationId: string, given: Answer) =>
  recordAnswer(db, {
    id: `${findingId} ${organisationId}`,
    findingId,
    organisationId,
    personId: "p",
    answer: given,
    reason: "Det er to forskellige ting",
    aHash: "a",
    bHash: "b",
    now: 20,
  });

test("a board is summed up without what lies in its bin", async () => {
  put("Holbæk", "1", { status: "clarifying" });
  put("Holbæk", "2", { status: "scaled", at: 30 });
  put("Holbæk", "3", { at: 40, binnedAt: 50 });
  for (const id of ["2", "3"]) {
    db.insert(initiativeActor)
      .values({ boardId: "Holbæk", initiativeId: id, actorId: `actor ${id}`, role: "lead" })
      .run();
  }
  const summaries = await summariseBoards(db, ["Holbæk", "Varde"]);
  expect(summaries.get("Holbæk")).toEqual({
    initiatives: 2,
    actors: 1,
    lanes: { idea: 1, trial: 0, running: 1, finished: 0 },
    latest: { id: "2", title: "Indsats 2", at: 30 },
  });
  expect(summaries.get("Varde")).toMatchObject({ initiatives: 0, actors: 0, latest: null });
});

test("news and themes come from the boards that were asked for only", async () => {
  put("Holbæk", "1");
  put("Varde", "1", { at: 20 });
  put("Varde", "2", { at: 30, binnedAt: 31 });
  db.insert(initiativeTag).values({ boardId: "Varde", initiativeId: "1", field: "themes", tagId: "ledelse" }).run();
  expect(await newestInitiatives(db, ["Varde"], 5)).toMatchObject([
    { boardId: "Varde", id: "1", organisationName: "Varde" },
  ]);
  expect([...(await usedThemeIds(db, ["Holbæk"]))]).toEqual([]);
  expect([...(await usedThemeIds(db, ["Varde"]))]).toEqual(["ledelse"]);
});

test("findings are tallied by kind, by board and by whether they are decided", async () => {
  for (const id of ["1", "2"]) for (const boardId of ["Holbæk", "Varde"]) put(boardId, id);
  find("across", [
    ["Holbæk", "1"],
    ["Varde", "1"],
  ]);
  find(
    "dismissed",
    [
      ["Holbæk", "1"],
      ["Varde", "2"],
    ],
    "learn-from",
  );
  find("within", [
    ["Holbæk", "1"],
    ["Holbæk", "2"],
  ]);
  await answer("dismissed", "0316", "unrelated");
  const tally = await tallyFindings(db, await listBoards(db));
  expect(tally).toMatchObject({ total: 3, decided: 1 });
  expect(tally.byKind).toEqual({ overlap: 2, "learn-from": 1, "shared-actor": 0, complementary: 0 });
  expect(tally.byBoard.get("Holbæk")).toEqual({ overlap: 1, synergy: 0 });
});

test("a finding with a side on a board that was not asked for counts nowhere", async () => {
  put("Holbæk", "1");
  put("Varde", "1");
  find("across", [
    ["Holbæk", "1"],
    ["Varde", "1"],
  ]);
  const readable = (await listBoards(db)).filter(({ id }) => id === "Holbæk");
  expect(await tallyFindings(db, readable)).toMatchObject({ total: 0, byKind: { overlap: 0 } });
});
