import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { addInitiative, binInitiative } from "#domain/board-doc/commands.ts";
import { compactDocument } from "#domain/board-doc/compaction.ts";
import { encodeDocument, openDocument } from "#domain/board-doc/document.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { addBoard, addFinding, addMunicipality, addPerson, addWorkshop, NOW } from "../../tests/factories.ts";
import { listAudit } from "./audit.ts";
import { appendUpdates, loadStoredLog, storedDocument, storeSnapshot } from "./board-log.ts";
import { keepVersion, readVersion } from "./board-versions.ts";
import { writeComment } from "./comments.ts";
import { eraseFromBoard, eraseFromVersions } from "./erasure.ts";
import { readFact } from "./installation.ts";
import { differingInitiatives, rebuildProjection } from "./projection.ts";

const SECRET = "Hemmelig";
const erasure = { boardId: "holbaek", initiativeId: "gone", personId: "admin", now: NOW };
const rest = () => Promise.resolve();

/** Two initiatives on Holbæk's board, one of them in the bin, and something said of both. */
async function world({ binned = true } = {}): Promise<Database> {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addWorkshop(db, { id: "w", organisationIds: ["0316"] });
  addPerson(db, { id: "admin" });
  for (const id of ["holbaek", "varde"]) {
    addBoard(db, { id, workshopId: "w", organisationId: "0316" });
    await write(db, id, { binned });
  }
  for (const initiativeId of ["gone", "stays"]) {
    const comment = { personId: "admin", at: NOW, text: SECRET, notices: new Map([["admin", "mention" as const]]) };
    const begins = { boardId: "holbaek", initiativeId };
    await writeComment(db, { ...comment, id: `c-${initiativeId}`, threadId: `t-${initiativeId}`, begins });
    addFinding(db, { id: `f-${initiativeId}`, a: ["holbaek", initiativeId], b: ["varde", "stays"] });
    db.$client
      .prepare("insert into finding_answer values (?, ?, '0573', 'merge', ?, 'hr', 'a1', 'b1', 1, null)")
      .run(`a-${initiativeId}`, `f-${initiativeId}`, SECRET);
    db.$client.prepare("insert into field_change values ('holbaek', ?, 'title', 'admin', 1)").run(initiativeId);
    db.$client
      .prepare(
        "insert into board_event (board_id, initiative_id, started_at, at, fields) values ('holbaek', ?, 1, 1, '[]')",
      )
      .run(initiativeId);
  }
  return db;
}

async function write(db: Database, boardId: string, { binned }: { binned: boolean }): Promise<void> {
  const doc = openDocument({ state: null, updates: [] });
  addInitiative(doc, { id: "gone", title: `${SECRET} sag`, status: "idea", description: richTextFromPlain(SECRET) });
  addInitiative(doc, { id: "stays", title: "Faste teams", status: "trial", tags: { themes: ["onboarding"] } });
  if (binned) binInitiative(doc, "gone", NOW - 1);
  await appendUpdates(db, [{ boardId, personId: "admin", at: NOW, bytes: encodeDocument(doc) }]);
  await rebuildProjection(db, boardId);
}

const keep = (db: Database, id: string) =>
  keepVersion(db, { id, boardId: "holbaek", at: NOW, personId: null, reason: "named", name: id });
const documentOf = (db: Database, boardId: string) => {
  const log = loadStoredLog(db, boardId) ?? expect.fail("no log");
  return { log, doc: openDocument(storedDocument(log)) };
};
const idsIn = async (db: Database, versionId: string) =>
  (await readVersion(db, "holbaek", versionId))?.initiatives.map(({ id }) => id);

test("an initiative is erased from the document, its versions and everything that was said of it, and nothing else is", async () => {
  const db = await world();
  await keep(db, "before");
  expect(await eraseFromVersions(db, erasure, async () => keep(db, "meanwhile"))).toBe(true);
  expect(await eraseFromBoard(db, erasure)).toBe(true);

  const { log, doc } = documentOf(db, "holbaek");
  expect([log.generation, log.rows.length, log.projectedSeq]).toEqual([2, 0, log.lastSeq]);
  expect(readBoard(doc).initiatives.map(({ title }) => title)).toEqual(["Faste teams"]);
  expect(Buffer.from(log.snapshot?.state ?? []).includes(SECRET)).toBe(false);
  expect(await differingInitiatives(db, "holbaek")).toEqual([]);
  for (const version of ["before", "meanwhile"]) expect(await idsIn(db, version)).toEqual(["stays"]);
  for (const table of ["comment_thread", "field_change", "board_event"]) {
    const named = db.$client.prepare(`select initiative_id from ${table} where board_id = 'holbaek'`).pluck().all();
    expect([table, new Set(named)]).toEqual([table, new Set(["stays"])]);
  }
  const left = (table: string) => db.$client.prepare(`select id from ${table}`).pluck().all();
  expect([left("comment"), left("finding"), left("finding_answer")]).toEqual([["c-stays"], ["f-stays"], ["a-stays"]]);
  expect(db.$client.prepare("select comment_id from inbox_notice").pluck().all()).toEqual(["c-stays"]);
  expect(documentOf(db, "varde").log.generation).toBe(1);
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
  expect(await readFact(db, "scrub")).toBe("index");
  expect(await listAudit(db)).toEqual([
    { at: NOW, personId: "admin", action: "initiative-erased", subject: "holbaek", detail: { initiative: "gone" } },
  ]);
});

test("only what lies in the bin is erased, also when it is laid back in the last moment", async () => {
  const db = await world({ binned: false });
  expect(await eraseFromVersions(db, erasure, rest)).toBe(false);
  expect(await eraseFromBoard(db, erasure)).toBe(false);
  expect(await eraseFromVersions(db, { ...erasure, initiativeId: "nothing" }, rest)).toBe(false);
  expect(documentOf(db, "holbaek").log.generation).toBe(1);
  expect(await listAudit(db)).toEqual([]);
});

test("a compaction that was under way does not bring back what was erased", async () => {
  const db = await world();
  const { log } = documentOf(db, "holbaek");
  const compacted = compactDocument(storedDocument(log));
  await eraseFromBoard(db, erasure);
  const late = { boardId: "holbaek", generation: log.generation, uptoSeq: log.lastSeq, at: NOW, ...compacted };
  expect(await storeSnapshot(db, late)).toEqual({ stored: false });
  expect(readBoard(documentOf(db, "holbaek").doc).initiatives).toHaveLength(1);
});

test("the board is written on where it ended", async () => {
  const db = await world();
  await eraseFromBoard(db, erasure);
  const { log, doc } = documentOf(db, "holbaek");
  const updates: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
  addInitiative(doc, { id: "new", title: "Ny", status: "idea" });
  const last = await appendUpdates(
    db,
    updates.map((bytes) => ({ boardId: "holbaek", personId: "admin", at: NOW, bytes })),
  );
  expect(last.get("holbaek")).toBeGreaterThan(log.lastSeq);
  expect(readBoard(documentOf(db, "holbaek").doc)).toEqual(readBoard(doc));
});
