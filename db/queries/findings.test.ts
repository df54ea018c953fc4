import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { listBoards } from "#db/queries/boards.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { countFindingsByInitiative, countOpenByKind } from "#db/queries/finding-counts.ts";
import { findInitiative, withSharedActors } from "#db/queries/finding-sides.ts";
import { findFinding, findingReasons, listFindings } from "#db/queries/findings.ts";
import { finding } from "#db/schema/finding.ts";
import { type Answer, isOpen } from "#domain/finding.ts";
import { addActor, addFinding, addInitiative, addPerson, aWorkshopOf, NOW } from "../../tests/factories.ts";

/** Holbæk and Billund with two initiatives each: two findings across and one inside Holbæk. */
function aWorkshop(): Database {
  const db = aWorkshopOf("holbaek", "billund");
  for (const boardId of ["holbaek", "billund"])
    for (const id of ["teams", "vikarer"]) addInitiative(db, { boardId, id, title: `${id} ${boardId}` });
  addFinding(db, { id: "strong", a: ["billund", "teams"], b: ["holbaek", "teams"], score: 3 });
  addFinding(db, { id: "learn", a: ["billund", "vikarer"], b: ["holbaek", "teams"], kind: "learn-from", score: 2 });
  addFinding(db, { id: "inside", a: ["holbaek", "teams"], b: ["holbaek", "vikarer"], kind: "shared-actor" });
  for (const id of ["hr-holbaek", "hr-billund"]) addPerson(db, { id });
  return db;
}

let answerNumber = 0;
const answer = (db: Database, findingId: string, [organisationId, given]: [string, Answer]) =>
  recordAnswer(db, {
    id: `answer-${answerNumber++}`,
    findingId,
    organisationId,
    personId: organisationId === "0316" ? "hr-holbaek" : "hr-billund",
    answer: given,
    reason: given === "unrelated" ? " Forskellige målgrupper " : "",
    aHash: "a1",
    bHash: "b1",
    now: NOW,
  });

test("findings come strongest first, with both titles and kommuner", async () => {
  const db = aWorkshop();
  const findings = await listFindings(db, await listBoards(db));
  expect(findings.map(({ id }) => id)).toEqual(["strong", "learn", "inside"]);
  expect(findings[0]).toMatchObject({
    a: { title: "teams billund", organisation: { name: "Billund" } },
    b: { title: "teams holbaek", organisation: { name: "Holbæk" } },
    decision: { state: "proposed", awaits: ["0530", "0316"] },
  });
});

test("a finding is there only for who may read both boards", async () => {
  const db = aWorkshop();
  const holbaekOnly = (await listBoards(db)).filter(({ id }) => id === "holbaek");
  expect((await listFindings(db, holbaekOnly)).map(({ id }) => id)).toEqual(["inside"]);
  expect(await findFinding(db, holbaekOnly, "strong")).toBeNull();
  expect(await countOpenByKind(db, holbaekOnly)).toEqual({
    overlap: 0,
    "learn-from": 0,
    "shared-actor": 1,
    complementary: 0,
  });
  expect(await listFindings(db, [])).toEqual([]);
});

test("an initiative in the bin takes its findings with it", async () => {
  const db = aWorkshop();
  addInitiative(db, { boardId: "billund", id: "binned", binnedAt: NOW });
  addFinding(db, { id: "of-binned", a: ["billund", "binned"], b: ["holbaek", "teams"] });
  const boards = await listBoards(db);
  expect(await findFinding(db, boards, "of-binned")).toBeNull();
  expect(await listFindings(db, boards)).toHaveLength(3);
});

test("both kommuner answer a pair and it is confirmed, with both answers and who gave them", async () => {
  const db = aWorkshop();
  expect(await answer(db, "strong", ["0316", "coordinate"])).toEqual({
    recorded: true,
    boardIds: ["billund", "holbaek"],
  });
  await answer(db, "strong", ["0530", "meet"]);
  const found = await findFinding(db, await listBoards(db), "strong");
  expect(found?.decision.state).toBe("confirmed");
  expect(found?.answers.map((given) => [given.answer, given.personName])).toEqual([
    ["coordinate", "hr-holbaek"],
    ["meet", "hr-billund"],
  ]);
});

test("a second answer of a kommune replaces its first, also within the same millisecond", async () => {
  const db = aWorkshop();
  await answer(db, "strong", ["0316", "merge"]);
  await answer(db, "strong", ["0316", "unrelated"]);
  const found = await findFinding(db, await listBoards(db), "strong");
  expect(found?.decision.state).toBe("dismissed");
  expect(found?.answers).toHaveLength(2);
  expect(found?.decision.standing[0]?.reason).toBe("Forskellige målgrupper");
});

test("an answer is refused when it would not be about what is there", async () => {
  const db = aWorkshop();
  const input = {
    id: "x",
    personId: "hr-holbaek",
    answer: "merge",
    reason: "",
    aHash: "a1",
    bHash: "b1",
    now: NOW,
  } as const;
  const to = (findingId: string, organisationId: string) => ({ ...input, findingId, organisationId });
  expect(await recordAnswer(db, to("none", "0316"))).toEqual({ recorded: false, refused: "unknown" });
  expect(await recordAnswer(db, to("inside", "0530"))).toEqual({ recorded: false, refused: "not-a-party" });
  expect(await recordAnswer(db, { ...to("strong", "0316"), aHash: "a0" })).toEqual({
    recorded: false,
    refused: "texts-changed",
  });
  expect(await recordAnswer(db, { ...to("strong", "0316"), answer: "unrelated", reason: " " })).toEqual({
    recorded: false,
    refused: "reason-missing",
  });
  db.update(finding).set({ goneAt: NOW }).run();
  expect(await recordAnswer(db, to("strong", "0316"))).toEqual({ recorded: false, refused: "gone" });
});

test("badges count what nobody dismissed, per initiative of one board", async () => {
  const db = aWorkshop();
  await answer(db, "learn", ["0530", "unrelated"]);
  await answer(db, "strong", ["0316", "merge"]);
  addFinding(db, { id: "gone", a: ["billund", "vikarer"], b: ["holbaek", "vikarer"], goneAt: NOW });
  const badges = await countFindingsByInitiative(db, await listBoards(db), "holbaek");
  expect(badges.get("teams")).toEqual({ overlap: 1, "learn-from": 0, "shared-actor": 1, complementary: 0 });
  expect(badges.get("vikarer")).toEqual({ overlap: 0, "learn-from": 0, "shared-actor": 1, complementary: 0 });
});

test("open findings counted in SQL are those that the list says are open", async () => {
  const db = aWorkshop();
  await answer(db, "strong", ["0316", "merge"]);
  await answer(db, "learn", ["0530", "unrelated"]);
  const boards = await listBoards(db);
  expect(await countOpenByKind(db, boards)).toEqual({
    overlap: 1,
    "learn-from": 0,
    "shared-actor": 1,
    complementary: 0,
  });
  expect((await listFindings(db, boards)).filter(({ decision }) => isOpen(decision))).toHaveLength(2);
  expect((await listFindings(db, boards, { answered: true })).map(({ id }) => id)).toEqual(["strong", "learn"]);
});

test("findings of some boards have a side on one of them", async () => {
  const db = aWorkshop();
  const boards = await listBoards(db);
  expect((await listFindings(db, boards, { touching: ["billund"] })).map(({ id }) => id)).toEqual(["strong", "learn"]);
});

test("findings of one initiative have it on one of their sides, and both sides on the reader's boards", async () => {
  const db = aWorkshop();
  const boards = await listBoards(db);
  const of = { boardId: "holbaek", initiativeId: "teams" };
  expect((await listFindings(db, boards, { of })).map(({ id }) => id)).toEqual(["strong", "learn", "inside"]);
  const holbaekOnly = boards.filter(({ id }) => id === "holbaek");
  expect((await listFindings(db, holbaekOnly, { of })).map(({ id }) => id)).toEqual(["inside"]);
});

test("reasons are read for the findings that are shown", async () => {
  const db = aWorkshop();
  const reason = { code: "same-means", weight: 1, params: {}, a: [], b: [] };
  addFinding(db, { id: "why", a: ["billund", "vikarer"], b: ["holbaek", "vikarer"], reasons: [reason] });
  expect((await findingReasons(db, ["why"])).get("why")).toEqual([reason]);
});

test("the actors that both initiatives name come with a finding", async () => {
  const db = aWorkshop();
  addActor(db, { id: "foa" });
  addActor(db, { id: "vuc" });
  addInitiative(db, { boardId: "billund", id: "x", actors: { foa: "lead", vuc: "lead" } });
  addInitiative(db, { boardId: "holbaek", id: "y", actors: { vuc: "contributor" } });
  addFinding(db, { id: "shared", a: ["billund", "x"], b: ["holbaek", "y"] });
  const boards = await listBoards(db);
  const findings = await withSharedActors(db, await listFindings(db, boards), {
    boards,
    registry: await loadRegistry(db),
  });
  expect(findings.find(({ id }) => id === "shared")?.actorIds).toEqual(["vuc"]);
  expect(findings.find(({ id }) => id === "strong")?.actorIds).toEqual([]);
});

test("an initiative is read whole, and null when it is unknown", async () => {
  const db = aWorkshop();
  expect(await findInitiative(db, { boardId: "billund", initiativeId: "teams" })).toMatchObject({
    title: "teams billund",
  });
  expect(await findInitiative(db, { boardId: "billund", initiativeId: "none" })).toBeNull();
});
