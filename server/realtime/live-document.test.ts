import { expect, test } from "vitest";
import * as Y from "yjs";
import type { BoardLog } from "#db/queries/board-log.ts";
import { addInitiative, setTitle } from "#domain/board-doc/commands.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { messagesIn } from "../../tests/wire.ts";
import { LiveDocument } from "./live-document.ts";
import { readMessage } from "./messages.ts";
import type { Wire } from "./wire-frame.ts";

/** A document and its log: a state, and three rows since. */
function logged(): { doc: Y.Doc; log: BoardLog } {
  const doc = new Y.Doc();
  addInitiative(doc, { id: "a", title: "Elever", status: "idea" });
  const snapshot = { uptoSeq: 1, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  const rows: BoardLog["rows"][number][] = [];
  doc.on("update", (bytes: Uint8Array) => rows.push({ seq: rows.length + 2, personId: "hr", at: 0, bytes }));
  setTitle(doc, "a", "Elever i hjemmeplejen");
  doc.getMap("initiatives").delete("a");
  addInitiative(doc, { id: "b", title: "Mentorer", status: "trial" });
  return { doc, log: { generation: 1, projectedSeq: 4, snapshot, rows, lastSeq: 4 } };
}

/** What a client makes of an answer, and of which types the messages were. */
async function receive(wire: Wire, doc: Y.Doc): Promise<string[]> {
  const messages = (await messagesIn(wire)).map(readMessage);
  for (const message of messages) {
    if (message?.type === "update" || message?.type === "step2") Y.applyUpdate(doc, message.update);
  }
  return messages.map((message) => message?.type ?? "unknown");
}

const newcomer = Uint8Array.of(0);

test("who has nothing is given what lies on disk, and no document is made for it", async () => {
  const { doc, log } = logged();
  const live = new LiveDocument("board", log);
  const visitor = new Y.Doc();
  expect(await receive(live.answer({ stateVector: newcomer, as: "step2" }), visitor)).toEqual([
    "update",
    "update",
    "update",
    "step2",
  ]);
  expect(live.isMade).toBe(false);
  expect(readBoard(visitor)).toEqual(readBoard(doc));
  expect(Y.encodeStateVector(visitor)).toEqual(Y.encodeStateVector(doc));
  expect(Y.encodeStateAsUpdate(visitor)).toEqual(Y.encodeStateAsUpdate(live.doc));
});

test("all who have nothing are sent the same bytes, until something changes", () => {
  const live = new LiveDocument("board", logged().log);
  const first = live.answer({ stateVector: newcomer, as: "step2" });
  expect(live.answer({ stateVector: newcomer, as: "step2" })).toBe(first);
  live.change({ personId: "hr", at: 1, connection: null }, (doc) => setTitle(doc, "b", "Vagtplan"));
  expect(live.answer({ stateVector: newcomer, as: "step2" })).not.toBe(first);
});

test("who has only something of their own has nothing of the board", () => {
  const own = new Y.Doc();
  addInitiative(own, { id: "own", title: "Skrevet for tidligt", status: "idea" });
  const live = new LiveDocument("board", logged().log);
  live.answer({ stateVector: Y.encodeStateVector(own), as: "step2" });
  expect(live.isMade).toBe(false);
});

test("who has a part is given the rest, for which the document is made", async () => {
  const { doc, log } = logged();
  const returning = new Y.Doc();
  Y.applyUpdate(returning, log.snapshot?.state ?? new Uint8Array());
  const live = new LiveDocument("board", log);
  const answer = live.answer({ stateVector: Y.encodeStateVector(returning), as: "step2" });
  expect(live.isMade).toBe(true);
  expect(await receive(answer, returning)).toEqual(["step2"]);
  expect(readBoard(returning)).toEqual(readBoard(doc));
});

test("an empty board says at once that it is all there", async () => {
  const live = new LiveDocument("board", { generation: 1, projectedSeq: 0, snapshot: null, rows: [], lastSeq: 0 });
  expect(await receive(live.answer({ stateVector: newcomer, as: "step2" }), new Y.Doc())).toEqual(["step2"]);
});

test("the state vector of what is on disk is told without the document", () => {
  const { doc, log } = logged();
  const live = new LiveDocument("board", log);
  expect(Y.decodeStateVector(live.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
  expect(live.isMade).toBe(false);
});

test("a damaged row is found before anybody is sent it", () => {
  const { log } = logged();
  const rows = [{ seq: 5, personId: null, at: 0, bytes: Uint8Array.of(1, 2, 3) }];
  expect(() => new LiveDocument("board", { ...log, rows })).toThrow();
});

test("what one person brings in one turn is one update", () => {
  const live = new LiveDocument("board", logged().log);
  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(live.doc));
  const updates: Uint8Array[] = [];
  own.on("update", (bytes: Uint8Array) => updates.push(bytes));
  for (const title of ["M", "Me", "Men"]) setTitle(own, "b", title);
  live.change({ personId: "hr", at: 1, connection: null }, () => {
    for (const update of updates) live.apply(update);
  });
  expect(live.cut().updates).toHaveLength(1);
  expect(readBoard(live.doc).initiatives[0]?.title).toBe("Men");
});
