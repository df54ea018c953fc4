import { expect, test } from "vitest";
import type { Mentionable } from "#domain/comment.ts";
import { callAt, suggestions, withCalled } from "./calling.ts";

const LIST: Mentionable[] = [
  { kind: "organisation", id: "0316", name: "Holbæk" },
  { kind: "organisation", id: "0180", name: "Aarhus" },
  { kind: "person", id: "hr", name: "HR, Holbæk" },
];
const names = (called: string) => suggestions(LIST, called).map(({ name }) => name);

test("a call stands between @ and the caret, not in an address and not on another line", () => {
  expect(callAt("Hej @hol", 8)).toEqual({ from: 4, to: 8, text: "hol" });
  expect(callAt("hr@hol", 6)).toBeNull();
  expect(callAt("@hol\nmere", 9)).toBeNull();
  expect(callAt("ingen her", 4)).toBeNull();
});

test("found by the beginning of a name or of a word in it, whether aa or å is written", () => {
  expect(names("hol")).toEqual(["Holbæk", "HR, Holbæk"]);
  expect(names("år")).toEqual(["Aarhus"]);
  expect(names("hr, h")).toEqual(["HR, Holbæk"]);
  expect(names("bæk")).toEqual([]);
});

test("the name takes the place of what was typed, and the caret goes on after it", () => {
  const called = callAt("Kan @hol mødes?", 8);
  if (called === null) throw new Error("There is a call.");
  expect(withCalled("Kan @hol mødes?", called, "Holbæk")).toEqual({ text: "Kan @Holbæk mødes?", caret: 12 });
});
