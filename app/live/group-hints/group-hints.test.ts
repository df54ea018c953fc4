import { expect, test } from "vitest";
import { groupHints, titleOfHint } from "./group-hints.ts";

const ALIKE = [
  { noteIds: ["a", "b", "c"], about: "makkerordning", words: [] },
  { noteIds: ["c", "d"], about: null, words: ["vagtplanen", "vagter"] },
  { noteIds: ["e", "f"], about: null, words: ["løn"] },
];

const note = (id: string, over: { clusterId?: string; tableId?: string } = {}) => ({
  ...{ id, itemId: "i", laneId: null, tableId: null, text: id, name: null, organisationId: null },
  ...{ clusterId: null, order: id, ...over },
});
const at = (...notes: readonly ReturnType<typeof note>[]) => ({
  notes,
  clusters: { g: { title: "De nye" }, h: { title: "Andet" } },
  byTable: false,
  declined: new Set<string>(),
});
const told = (hints: ReturnType<typeof groupHints>) =>
  hints.map(({ notes, into }) => [notes.map(({ id }) => id).join(""), into?.title ?? null]);

test("a note is in one suggestion at most, the one with most in common", () => {
  expect(told(groupHints(ALIKE, at(...["a", "b", "c", "d", "e", "f"].map((id) => note(id)))))).toEqual([
    ["abc", null],
    ["ef", null],
  ]);
});

test("what is grouped already is suggested no more; what belongs to it is suggested to it", () => {
  const grouped = at(note("a", { clusterId: "g" }), note("b", { clusterId: "g" }), note("c"), note("e"));
  expect(told(groupHints(ALIKE, grouped))).toEqual([["c", "De nye"]]);
  const done = at(note("a", { clusterId: "g" }), note("b", { clusterId: "g" }), note("c", { clusterId: "h" }));
  expect(groupHints(ALIKE, done)).toEqual([]);
  expect(told(groupHints(ALIKE, at(note("a", { clusterId: "gone" }), note("b"))))).toEqual([["ab", null]]);
});

test("what somebody said no to does not come back, until there is more of it", () => {
  const [first] = groupHints(ALIKE, at(note("a"), note("b")));
  const declined = new Set([first?.key ?? expect.fail("nothing is suggested")]);
  expect(groupHints(ALIKE, { ...at(note("a"), note("b")), declined })).toEqual([]);
  expect(told(groupHints(ALIKE, { ...at(note("a"), note("b"), note("c")), declined }))).toEqual([["abc", null]]);
});

test("where each table groups for itself, nothing is suggested across tables", () => {
  const apart = at(note("a", { tableId: "1" }), note("b", { tableId: "2" }), note("c", { tableId: "2" }));
  expect(told(groupHints(ALIKE, { ...apart, byTable: true }))).toEqual([["bc", null]]);
});

test("a group is called after what its notes are about, else after the shortest word", () => {
  expect(ALIKE.map(titleOfHint)).toEqual(["Makkerordning", "Vagter", "Løn"]);
});
