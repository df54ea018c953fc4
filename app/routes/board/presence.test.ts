import { expect, test } from "vitest";
import type { Presence } from "#domain/board-doc/presence.ts";
import { peopleOf, writersOf } from "./presence.ts";

const person = (id: string, editing: Presence["editing"] = null): Presence => ({
  user: { id, name: `${id}-navn`, colour: "#0b4f5c", role: "write" },
  editing,
});
const title = { initiativeId: "i", field: "title" };

test("a person with two tabs is one person", () => {
  expect(peopleOf([person("b"), person("a"), person("b")]).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("others who write are told per initiative, each once, oneself never", () => {
  const writers = writersOf([person("me", title), person("a", title), person("a", title), person("b")], "me");
  expect([...writers.keys()]).toEqual(["i"]);
  expect(writers.get("i")).toEqual([{ id: "a", name: "a-navn", colour: "#0b4f5c", field: "title" }]);
});
