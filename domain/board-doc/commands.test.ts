import { expect, test } from "vitest";
import * as Y from "yjs";
import { laneOf } from "#domain/initiative.ts";
import {
  addInitiative,
  addTag,
  binInitiative,
  emptyBin,
  insertInitiatives,
  moveInitiatives,
  prependToDescription,
  restoreInitiative,
  setMark,
  setStartYear,
  setStatus,
  setTitle,
  tagActor,
  untagActor,
} from "./commands.ts";
import { richTextFromPlain } from "./rich-text.ts";
import { COMMAND_ORIGIN, initiativesOf } from "./schema.ts";
import { readBoard, readInitiative } from "./snapshot.ts";

function boardWith(...titles: string[]): Y.Doc {
  const doc = new Y.Doc();
  insertInitiatives(
    doc,
    titles.map((title, index) => ({ id: `i${index}`, title, status: "idea" })),
  );
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), "remote");
  Y.applyUpdate(a, forA, "remote");
}

const titles = (doc: Y.Doc) => readBoard(doc).initiatives.map(({ title }) => title);

test("an inserted list keeps its order, and one undo takes all of it away", () => {
  const doc = boardWith("Første");
  const undo = new Y.UndoManager(initiativesOf(doc), { trackedOrigins: new Set([COMMAND_ORIGIN]), captureTimeout: 0 });
  insertInitiatives(doc, [
    { id: "a", title: "Andet", status: "idea", description: richTextFromPlain("En linje\n\nEn til") },
    { id: "b", title: "Tredje", status: "clarifying", tags: { themes: ["fastholdelse"] } },
  ]);
  expect(titles(doc)).toEqual(["Første", "Andet", "Tredje"]);
  expect(readInitiative(doc, "a")?.descriptionText).toBe("En linje\nEn til");
  undo.undo();
  expect(titles(doc)).toEqual(["Første"]);
});

test("two people write in the same title and both words stay", () => {
  const a = boardWith("Flere elever i hjemmeplejen");
  const b = copyOf(a);
  setTitle(a, "i0", "Mange flere elever i hjemmeplejen");
  setTitle(b, "i0", "Flere elever i hjemmeplejen nu");
  exchange(a, b);
  expect(titles(a)).toEqual(["Mange flere elever i hjemmeplejen nu"]);
  expect(titles(b)).toEqual(titles(a));
});

test("a title is one line of composed letters and an emoji is never cut", () => {
  const doc = boardWith("x");
  setTitle(doc, "i0", "Bla\u030abær\r\n og 🏥🏥");
  expect(titles(doc)).toEqual(["Blåbær og 🏥🏥"]);
  setTitle(doc, "i0", "Blåbær og 🏥🏫");
  expect(titles(doc)).toEqual(["Blåbær og 🏥🏫"]);
  setTitle(doc, "i0", "😀".repeat(5_000));
  expect(readInitiative(doc, "i0")?.title).toBe("😀".repeat(1_000));
});

test("a card moves beside another one and takes the lane's first status", () => {
  const doc = boardWith("A", "B", "C");
  moveInitiatives(doc, ["i2"], { lane: "idea", beside: { id: "i0", position: "before" } });
  expect(titles(doc)).toEqual(["C", "A", "B"]);
  setStatus(doc, "i0", "clarifying");
  moveInitiatives(doc, ["i0"], { lane: "idea" });
  expect(readInitiative(doc, "i0")?.status).toBe("clarifying");
  moveInitiatives(doc, ["i0", "i1"], { lane: "finished" });
  expect(readInitiative(doc, "i0")?.status).toBe("finished");
  expect(readBoard(doc).initiatives.filter(({ status }) => laneOf(status) === "finished")).toHaveLength(2);
});

test("a lane with equal or foreign keys is given fresh ones when a card must go between", () => {
  const doc = boardWith("A", "B", "C");
  for (const initiative of initiativesOf(doc).values()) (initiative as Y.Map<unknown>).set("order", "a000000");
  moveInitiatives(doc, ["i2"], { lane: "idea", beside: { id: "i0", position: "after" } });
  expect(titles(doc)).toEqual(["A", "C", "B"]);
});

test("a card moved by two people at once lands in one place, whole", () => {
  const a = boardWith("A", "B");
  const b = copyOf(a);
  moveInitiatives(a, ["i0"], { lane: "trial" });
  setTitle(b, "i0", "A!");
  moveInitiatives(b, ["i0"], { lane: "idea", beside: { id: "i1", position: "after" } });
  const moves = [a, b].map((doc) => readInitiative(doc, "i0")).map((card) => [card?.status, card?.order]);
  exchange(a, b);
  const settled = readInitiative(a, "i0");
  expect(readBoard(b)).toEqual(readBoard(a));
  expect(settled?.title).toBe("A!");
  expect(moves).toContainEqual([settled?.status, settled?.order]);
});

test("tags and actors merge as sets", () => {
  const a = boardWith("A");
  const b = copyOf(a);
  addTag(a, "i0", { field: "themes", tagId: "fastholdelse" });
  addTag(b, "i0", { field: "themes", tagId: "rekruttering" });
  tagActor(a, "i0", { actorId: "foa", role: "lead" });
  tagActor(b, "i0", { actorId: "sosu-h", role: "contributor" });
  exchange(a, b);
  expect(readInitiative(a, "i0")?.tags.themes).toEqual(["fastholdelse", "rekruttering"]);
  expect(readInitiative(b, "i0")?.actors).toEqual([
    { actorId: "foa", role: "lead" },
    { actorId: "sosu-h", role: "contributor" },
  ]);
  untagActor(a, "i0", "foa");
  expect(readInitiative(a, "i0")?.actors).toEqual([{ actorId: "sosu-h", role: "contributor" }]);
});

test("what is written in a card that somebody bins is there when it comes back", () => {
  const a = boardWith("A");
  const b = copyOf(a);
  binInitiative(a, "i0", 5);
  setTitle(b, "i0", "A og mere");
  setStartYear(b, "i0", 2026);
  setMark(b, "i0", { mark: "paused", isSet: true });
  setMark(b, "i0", { mark: "evaluated", isSet: true });
  exchange(a, b);
  const written = { title: "A og mere", startYear: 2026, paused: true, evaluated: true };
  expect(readInitiative(a, "i0")).toMatchObject({ binnedAt: 5, ...written });
  restoreInitiative(a, "i0");
  setStartYear(a, "i0", null);
  setMark(a, "i0", { mark: "paused", isSet: false });
  setMark(a, "i0", { mark: "evaluated", isSet: false });
  expect(readInitiative(a, "i0")).toMatchObject({ binnedAt: null, startYear: null, paused: false });
  expect(readInitiative(a, "i0")).not.toHaveProperty("evaluated");
});

test("a command for a card that is gone does nothing", () => {
  const doc = boardWith();
  addInitiative(doc, { id: "i0", title: "A", status: "idea" });
  initiativesOf(doc).delete("i0");
  setTitle(doc, "i0", "B");
  moveInitiatives(doc, ["i0"], { lane: "trial" });
  setStatus(doc, "i0", "running");
  expect(readBoard(doc).initiatives).toEqual([]);
});

test("what did not fit a title comes first in the description", () => {
  const doc = boardWith("Mentor");
  prependToDescription(doc, "i0", "senere");
  prependToDescription(doc, "i0", "først");
  expect(readInitiative(doc, "i0")?.descriptionText).toBe("først\nsenere");
});

test("emptying the bin deletes what lies in it, and not what somebody has just laid back", () => {
  const a = boardWith("A", "B", "C");
  for (const id of ["i0", "i1"]) binInitiative(a, id, 5);
  const b = copyOf(a);
  restoreInitiative(b, "i1");
  exchange(a, b);
  emptyBin(a, ["i0", "i1", "i2"]);
  exchange(a, b);
  for (const doc of [a, b]) expect(titles(doc).sort()).toEqual(["B", "C"]);
});
