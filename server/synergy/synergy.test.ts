import { expect, test, vi } from "vitest";
import type { Database } from "#db/client.ts";
import { listBoards } from "#db/queries/boards.ts";
import { bringBoardBack, deleteBoard } from "#db/queries/deleted-boards.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { findFinding } from "#db/queries/findings.ts";
import { readFact } from "#db/queries/installation.ts";
import { initiative } from "#db/schema/initiative.ts";
import { anInitiative } from "#domain/synergy/initiative-fixture.ts";
import type { SynergyDraft } from "#domain/synergy/types.ts";
import { addActor, addPerson, NOW } from "../../tests/factories.ts";
import {
  findings,
  keepFindings,
  LEISURE_JOB,
  POCKET_MONEY,
  startFindings,
  twoKommuner,
  type World,
} from "../../tests/synergy.ts";
import { until } from "../../tests/until.ts";

// Each test starts a thread, which reads the sources anew.
vi.setConfig({ testTimeout: 30_000 });

/** What the projection does after an edit. */
async function retitle({ db, synergy }: World, boardId: string, title: string): Promise<void> {
  const snapshot = JSON.parse(
    db
      .select()
      .from(initiative)
      .all()
      .find((row) => row.boardId === boardId)?.snapshot ?? "",
  );
  db.$client
    .prepare("update initiative set title = ?, snapshot = ? where board_id = ?")
    .run(title, JSON.stringify({ ...snapshot, title }), boardId);
  synergy.onProjected({ boardId, changed: ["one"], removed: [] });
  await synergy.settled();
}

const draft = (over: Partial<SynergyDraft>): SynergyDraft => ({
  ...anInitiative({ key: "billund.new", municipality: "0530", status: "idea" }),
  boardId: "billund",
  ...over,
});

test("the first check after a start stores what it finds, with reasons in both texts", async () => {
  const db = twoKommuner(
    { boardId: "holbaek", ...LEISURE_JOB, status: "running" },
    { boardId: "billund", ...POCKET_MONEY, status: "idea" },
  );
  const { told } = await keepFindings(db);
  const [found] = await findings(db);
  expect(found).toMatchObject({ kind: "learn-from", a: { boardId: "billund" }, b: { boardId: "holbaek" } });
  const stored = await findFinding(db, await listBoards(db), found?.id ?? "");
  expect(
    stored?.reasons.filter(({ weight, a, b }) => weight > 0 && a.length > 0 && b.length > 0).length,
  ).toBeGreaterThan(1);
  expect(told).toEqual([["billund", "holbaek"]]);
});

test("a dismissed pair stays away in other words, and comes back when one of its texts says something else", async () => {
  const world = await keepFindings(
    twoKommuner(
      { boardId: "holbaek", ...LEISURE_JOB },
      { boardId: "billund", title: "Fritidsjob for unge på plejecenter" },
    ),
  );
  const [found] = await findings(world.db);
  addPerson(world.db, { id: "hr" });
  const hashes = { aHash: found?.a.hash ?? "", bHash: found?.b.hash ?? "" };
  const answer = { id: "answer", findingId: found?.id ?? "", organisationId: "0316", personId: "hr" };
  await recordAnswer(world.db, { ...answer, reason: "Andre unge", answer: "unrelated", ...hashes, now: NOW });
  await retitle(world, "billund", "Fritidsjob til de unge på et plejecenter");
  const [reworded] = await findings(world.db);
  expect(reworded?.a.hash).not.toBe(found?.a.hash);
  expect(reworded?.decision.state).toBe("dismissed");
  await retitle(world, "billund", "Fritidsjob for ledige på plejecenter");
  expect((await findings(world.db)).map(({ decision }) => decision.state)).toEqual(["outdated"]);
});

test("an edit brings a finding about, changes it under the same id, and takes it away again", async () => {
  const world = await keepFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", title: "Nye gardiner" }),
  );
  expect(await findings(world.db)).toEqual([]);
  await retitle(world, "billund", "Fritidsjob for unge på plejecenter");
  const [found] = await findings(world.db);
  expect(found?.kind).toBe("overlap");
  await retitle(world, "billund", "Fritidsjob for unge i hjemmeplejen");
  const [changed] = await findings(world.db);
  expect(changed?.id).toBe(found?.id);
  expect(changed?.a.hash).not.toBe(found?.a.hash);
  await retitle(world, "billund", "Nye gardiner");
  expect(await findings(world.db)).toEqual([]);
  expect(world.told).toHaveLength(3);
});

test("an answered finding stays as outdated when it is no longer found, and comes back with its answers", async () => {
  const world = await keepFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY }),
  );
  const [found] = await findings(world.db);
  const id = found?.id ?? "";
  addPerson(world.db, { id: "hr" });
  const hashes = { aHash: found?.a.hash ?? "", bHash: found?.b.hash ?? "" };
  const answer = { id: "answer", findingId: id, organisationId: "0316", personId: "hr", reason: "Andre unge" };
  await recordAnswer(world.db, { ...answer, answer: "unrelated", ...hashes, now: NOW });
  const state = async () => (await findFinding(world.db, await listBoards(world.db), id))?.decision.state;
  expect(await state()).toBe("dismissed");
  await retitle(world, "billund", "Nye gardiner");
  expect(await state()).toBe("outdated");
  await retitle(world, "billund", POCKET_MONEY.title);
  expect(await state()).toBe("dismissed");
});

test("a binned initiative and one that is gone are found nowhere", async () => {
  const world = await keepFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY }),
  );
  expect(await findings(world.db)).toHaveLength(1);
  world.db.$client.prepare("update initiative set binned_at = 1 where board_id = 'billund'").run();
  world.synergy.onProjected({ boardId: "billund", changed: ["one"], removed: [] });
  await world.synergy.settled();
  expect(await findings(world.db)).toEqual([]);
  const similar = { readableBoardIds: new Set(["holbaek", "billund"]), limit: 5 };
  expect(await world.synergy.similar(draft({ key: "holbaek.one", ...POCKET_MONEY }), similar)).toEqual([]);
});

test("a start takes away findings that no longer hold", async () => {
  const db = twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY });
  const first = await keepFindings(db);
  const [before] = await findings(db);
  await first.synergy.stop();
  const again = await keepFindings(db);
  expect((await findings(db))[0]?.id).toBe(before?.id);
  expect(again.told).toEqual([]);
  await again.synergy.stop();
  db.$client.prepare("delete from initiative where board_id = 'billund'").run();
  await keepFindings(db);
  expect(db.$client.prepare("select count(*) as n from finding").get()).toEqual({ n: 0 });
});

/** Makes a stored finding tell whether it was written again. */
const falsify = (db: Database) => db.$client.prepare("update finding set strength = 'weak', score = 1").run();
const scores = async (db: Database) => (await findings(db)).map(({ score }) => score);

test("a start on what was checked already leaves the findings alone, and edits are followed from there", async () => {
  const db = twoKommuner(
    { boardId: "holbaek", ...LEISURE_JOB },
    { boardId: "billund", title: "Fritidsjob for unge i hjemmeplejen" },
  );
  await (await keepFindings(db)).synergy.stop();
  falsify(db);
  const again = await keepFindings(db);
  expect(await scores(db)).toEqual([1]);
  await retitle(again, "billund", "Fritidsjob for unge på plejecenter");
  expect((await scores(db))[0]).toBeGreaterThan(50);
  await retitle(again, "billund", "Nye gardiner");
  expect(await scores(db)).toEqual([]);
});

test("a stop while stored findings are learnt again forgets nothing of them", async () => {
  const db = twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY });
  await (await keepFindings(db)).synergy.stop();
  falsify(db);
  const { synergy } = startFindings(db);
  await until(async () => (await readFact(db, "checked")) === null);
  await synergy.stop();
  await keepFindings(db);
  expect(await scores(db)).toEqual([1]);
});

test("a start after an end out of order, or on another registry, checks everything", async () => {
  const db = twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY });
  await keepFindings(db);
  falsify(db);
  const afterCrash = await keepFindings(db);
  expect((await scores(db))[0]).toBeGreaterThan(50);
  await afterCrash.synergy.stop();
  falsify(db);
  addActor(db, { id: "skole", name: "Midtbyens Velfærdsskole" });
  await keepFindings(db);
  expect((await scores(db))[0]).toBeGreaterThan(50);
});

test("text being written finds what others do, on readable boards only, and nothing of it is kept", async () => {
  const { db, synergy } = await keepFindings(twoKommuner({ boardId: "holbaek", ...LEISURE_JOB, status: "running" }));
  const text = draft({ title: "Lommepengejob", description: "Unge fra 9. klasse hjælper på plejecentret." });
  const readable = { readableBoardIds: new Set(["holbaek"]), limit: 5 };
  const [match] = await synergy.similar(text, readable);
  expect(match).toMatchObject({
    boardId: "holbaek",
    initiativeId: "one",
    kind: "learn-from",
    title: LEISURE_JOB.title,
  });
  const means = match?.reasons.find(({ code }) => code === "sameMeans");
  const [field, from, to] = means?.a[0] ?? ["", 0, 0];
  expect([field, text.title.slice(from, to)]).toEqual(["title", "Lommepengejob"]);
  expect(await synergy.similar(text, { ...readable, readableBoardIds: new Set() })).toEqual([]);
  expect(await findings(db)).toEqual([]);
});

test("a deleted board is out of the check at once, and its findings come back with it and their answers", async () => {
  const { db, synergy, told } = await keepFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY }),
  );
  const [found] = await findings(db);
  addPerson(db, { id: "hr" });
  const hashes = { aHash: found?.a.hash ?? "", bHash: found?.b.hash ?? "" };
  const answer = { id: "answer", findingId: found?.id ?? "", organisationId: "0316", personId: "hr", reason: "" };
  await recordAnswer(db, { ...answer, answer: "deliberately-parallel", ...hashes, now: NOW });
  await deleteBoard(db, { boardId: "billund", now: NOW });
  expect(await findings(db)).toEqual([]);
  await synergy.boardChanged("billund");
  await synergy.settled();
  const similar = { readableBoardIds: new Set(["holbaek", "billund"]), limit: 5 };
  expect(await synergy.similar(draft({ key: "holbaek.one", ...POCKET_MONEY }), similar)).toEqual([]);
  expect(told.at(-1)).toEqual(["billund", "holbaek"]);

  await bringBoardBack(db, { boardId: "billund", now: NOW });
  await synergy.boardChanged("billund");
  await synergy.settled();
  expect((await findings(db)).map(({ decision }) => decision.state)).toEqual(["parallel"]);
});

test("how far the check of everything has come is told until it is done", async () => {
  const { synergy } = await keepFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY }),
  );
  expect(synergy.progress()).toBeNull();
});

/** The check of two initiatives, stopped by somebody while it still reads what there is: that takes its thread a while. */
async function stoppedCheck(): Promise<World> {
  const world = startFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY }),
  );
  await until(() => world.synergy.progress() !== null);
  world.synergy.stopCheck();
  await world.synergy.settled();
  return world;
}

test("a stopped check says how far it came, and goes on from the beginning when it is begun again", async () => {
  const { db, synergy } = await stoppedCheck();
  expect(synergy.progress()).toEqual({ compared: 0, total: 2, isStopped: true });
  expect(await findings(db)).toEqual([]);
  synergy.beginCheck();
  await synergy.settled();
  expect(synergy.progress()).toBeNull();
  expect(await findings(db)).toHaveLength(1);
});

test("begun again before it has come to its end, a check goes on and everything is compared once", async () => {
  const { db, synergy, done } = startFindings(
    twoKommuner({ boardId: "holbaek", ...LEISURE_JOB }, { boardId: "billund", ...POCKET_MONEY }),
  );
  await until(() => synergy.progress() !== null);
  synergy.stopCheck();
  synergy.beginCheck();
  await synergy.settled();
  expect(synergy.progress()).toBeNull();
  expect(await findings(db)).toHaveLength(1);
  expect(done).toEqual(["checked all initiatives"]);
});

test("a stopped check is not taken for a finished one at the next start, also when something was written meanwhile", async () => {
  const world = await stoppedCheck();
  await retitle(world, "billund", "Dosispakket medicin");
  expect(world.synergy.progress()?.isStopped).toBe(true);
  await retitle(world, "billund", POCKET_MONEY.title);
  await world.synergy.stop();
  world.db.$client.prepare("delete from finding").run();
  await keepFindings(world.db);
  expect(await findings(world.db)).toHaveLength(1);
});
