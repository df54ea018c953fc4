import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { changeKind, recordAnswer, recordAssessment } from "#db/queries/finding-answers.ts";
import { type FoundPair, storeFindings } from "#db/queries/finding-storage.ts";
import { finding } from "#db/schema/finding.ts";
import type { Reason } from "#domain/finding.ts";
import { readReasons, writeReasons } from "#domain/written-reasons.ts";
import { addPerson, addWorkshopOf, NOW } from "../../tests/factories.ts";

const PAIR = { aBoardId: "billund", aInitiativeId: "one", bBoardId: "holbaek", bInitiativeId: "one" } as const;
const MENTOR: Reason = {
  code: "sameMeans",
  weight: 60,
  params: { means: "mentor" },
  a: [["title", 0, 6]],
  b: [["title", 0, 6]],
};
const REASONS = writeReasons([MENTOR]);

const found = (over: Partial<FoundPair> = {}): FoundPair => ({
  ...PAIR,
  kind: "overlap",
  strength: "strong",
  score: 80.25,
  reasons: REASONS,
  aHash: "a1",
  bHash: "b1",
  ...over,
});

/** Stores as the check does, each time a day later. */
class Storage {
  readonly db: Database = openDatabase(":memory:");
  #times = 0;

  store(pairs: { found?: readonly FoundPair[]; gone?: readonly (typeof PAIR)[] }): Promise<ReadonlySet<string>> {
    const now = NOW + this.#times++ * 86_400_000;
    const changes = { found: [], gone: [], now, newId: () => `f${this.#times}`, ...pairs };
    return storeFindings(this.db, changes);
  }

  get row() {
    return this.db.select().from(finding).get();
  }

  get count(): number {
    return this.db.select().from(finding).all().length;
  }
}

test("a pair that is found is stored with its reasons, and its two boards are told", async () => {
  const storage = new Storage();
  expect(await storage.store({ found: [found()] })).toEqual(new Set(["billund", "holbaek"]));
  expect(storage.row).toMatchObject({ ...PAIR, id: "f1", score: 80.25, reasons: [MENTOR], goneAt: null });
});

test("a pair that is found again as it was changes nothing and tells nobody", async () => {
  const storage = new Storage();
  await storage.store({ found: [found()] });
  const before = storage.row;
  expect(await storage.store({ found: [found()] })).toEqual(new Set());
  expect(storage.row).toEqual(before);
});

test.each([
  { kind: "learn-from" },
  { strength: "medium" },
  { score: 80.5 },
  { reasons: "[]" },
  { aHash: "a2" },
  { bHash: "b2" },
] as const)("a pair of which the check says something else keeps its id: %o", async (other) => {
  const storage = new Storage();
  await storage.store({ found: [found()] });
  expect((await storage.store({ found: [found(other)] })).size).toBe(2);
  const { reasons, ...rest } = found(other);
  expect(storage.row).toMatchObject({ ...rest, reasons: readReasons(reasons), id: "f1", createdAt: NOW });
  expect(storage.row?.updatedAt).toBeGreaterThan(NOW);
});

test("a pair that goes leaves nothing when nobody has answered it", async () => {
  const storage = new Storage();
  await storage.store({ found: [found()] });
  expect((await storage.store({ gone: [PAIR] })).size).toBe(2);
  expect(storage.count).toBe(0);
  expect(await storage.store({ gone: [PAIR] })).toEqual(new Set());
});

test("a pair that somebody has answered stays when it goes, and comes back under its id", async () => {
  const storage = new Storage();
  await storage.store({ found: [found()] });
  addWorkshopOf(storage.db, { id: "w", kommuner: ["holbaek"] });
  addPerson(storage.db, { id: "hr" });
  const answer = { id: "answer", findingId: "f1", organisationId: "0316", personId: "hr", reason: "" };
  await recordAnswer(storage.db, { ...answer, answer: "merge", aHash: "a1", bHash: "b1", now: NOW });
  expect((await storage.store({ gone: [PAIR] })).size).toBe(2);
  expect(storage.row?.goneAt).toBeGreaterThan(NOW);
  expect(await storage.store({ gone: [PAIR] })).toEqual(new Set());
  expect((await storage.store({ found: [found()] })).size).toBe(2);
  expect(storage.row).toMatchObject({ id: "f1", goneAt: null });
  expect(storage.count).toBe(1);
});

test("a kind that somebody has given holds against the check until a text changes", async () => {
  const storage = new Storage();
  await storage.store({ found: [found()] });
  addPerson(storage.db, { id: "hr" });
  const remark = { id: "r", findingId: "f1", personId: "hr", reason: "", aHash: "a1", bHash: "b1", now: NOW };
  await changeKind(storage.db, { ...remark, kind: "learn-from" });
  expect(await storage.store({ found: [found()] })).toEqual(new Set());
  expect((await storage.store({ found: [found({ score: 81, kind: "complementary" })] })).size).toBe(2);
  expect(storage.row).toMatchObject({ kind: "learn-from", givenKind: "learn-from", score: 81 });
  await storage.store({ found: [found({ aHash: "a2" })] });
  expect(storage.row).toMatchObject({ kind: "overlap", givenKind: null });
});

test("a pair stays when it goes, if somebody has suggested an answer or another kind", async () => {
  const storage = new Storage();
  addPerson(storage.db, { id: "hr" });
  const remark = { id: "r", findingId: "f1", personId: "hr", reason: "", aHash: "a1", bHash: "b1", now: NOW };
  await storage.store({ found: [found()] });
  await recordAssessment(storage.db, { ...remark, answer: "meet" });
  await storage.store({ gone: [PAIR] });
  expect(storage.row).toMatchObject({ id: "f1", goneAt: expect.any(Number) });
  storage.db.$client.exec("delete from finding_assessment; update finding set gone_at = null");
  await changeKind(storage.db, { ...remark, kind: "learn-from" });
  await storage.store({ gone: [PAIR] });
  expect(storage.row).toMatchObject({ id: "f1", goneAt: expect.any(Number) });
});
