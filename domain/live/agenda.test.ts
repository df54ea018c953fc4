import { expect, test } from "vitest";
import { noteWord, type PhaseKind, sourceOf } from "./agenda.ts";

const agenda = (
  ["welcome", "silent-writing", "reveal", "grouping", "vote", "ideas", "vote", "round", "check-out"] as PhaseKind[]
).map((kind, index) => ({ kind, id: `${index}` }));

test("an item works on what was written last before it: notes, and a ballot on ideas too", () => {
  const sources = agenda.map(({ id }) => sourceOf(agenda, id)?.id ?? null);
  expect(sources).toEqual([null, "1", "1", "1", "1", null, "5", null, "8"]);
});

test("grouping after ideas goes on with the notes, since ideas are on the boards", () => {
  const grouping = [...agenda.slice(0, 6), { kind: "grouping" as const, id: "g" }];
  expect(sourceOf(grouping, "g")?.id).toBe("1");
});

test("nothing was written before the first ballot of an agenda that begins with it", () => {
  expect(sourceOf([{ kind: "vote", id: "v" }], "v")).toBeNull();
  expect(sourceOf(agenda, "unknown")).toBeNull();
});

test("what is written at the check-out is an answer; what is written elsewhere, and what is made of it, are ideas", () => {
  const words = agenda.map(({ id }) => noteWord(sourceOf(agenda, id)));
  expect(words).toEqual([...Array(8).fill("idea"), "reply"]);
});
