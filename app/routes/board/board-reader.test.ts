import { expect, test } from "vitest";
import * as Y from "yjs";
import { addInitiative, moveInitiatives, setTitle } from "#domain/board-doc/commands.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { createBoardReader } from "./board-reader.ts";

function buildDoc(): Y.Doc {
  const doc = new Y.Doc();
  for (const id of ["a", "b", "c"]) addInitiative(doc, { id, title: id, status: "idea" });
  return doc;
}

test("an unchanged board is the same object, and what the server painted is kept where it still holds", () => {
  const doc = buildDoc();
  const painted = readBoard(doc);
  const reader = createBoardReader(doc, painted);
  expect(reader.read().initiatives[0]).toBe(painted.initiatives[0]);
  expect(reader.read()).toBe(reader.read());
});

test("an edit gives its initiative a new object and leaves the others", () => {
  const doc = buildDoc();
  const reader = createBoardReader(doc, { initiatives: [] });
  const before = reader.read();
  setTitle(doc, "b", "Mentor");
  const after = reader.read();
  expect(after.initiatives.map(({ title }) => title)).toEqual(["a", "Mentor", "c"]);
  expect(after.initiatives[0]).toBe(before.initiatives[0]);
  expect(after.initiatives[1]).not.toBe(before.initiatives[1]);
});

test("of an edited initiative the parts that stayed are the same objects", () => {
  const doc = buildDoc();
  const reader = createBoardReader(doc, { initiatives: [] });
  const [before] = reader.read().initiatives;
  setTitle(doc, "a", "Mentor");
  const [after] = reader.read().initiatives;
  expect(after?.tags).toBe(before?.tags);
  expect(after?.actors).toBe(before?.actors);
});

test("a move changes the order that is read", () => {
  const doc = buildDoc();
  const reader = createBoardReader(doc, { initiatives: [] });
  reader.read();
  moveInitiatives(doc, ["c"], { lane: "idea", beside: { id: "a", position: "before" } });
  expect(reader.read().initiatives.map(({ id }) => id)).toEqual(["c", "a", "b"]);
});

test("what the document does not hold goes, what it holds and was not painted comes", () => {
  const doc = buildDoc();
  const gone = { ...readBoard(doc).initiatives[0], id: "gone" } as never;
  const reader = createBoardReader(doc, { initiatives: [gone] });
  expect(reader.read().initiatives.map(({ id }) => id)).toEqual(["a", "b", "c"]);
});
