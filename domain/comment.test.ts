import { expect, test } from "vitest";
import { commentParts, type Mentionable, noticesFor, storeMentions } from "./comment.ts";

const MENTIONABLES: Mentionable[] = [
  { kind: "organisation", id: "0630", name: "Vejle" },
  { kind: "organisation", id: "0316", name: "Holbæk" },
  { kind: "person", id: "hr-holbaek", name: "HR, Holbæk" },
  { kind: "person", id: "hr", name: "HR" },
];

test("a name after @ is kept as an id, the longest that fits", () => {
  expect(storeMentions("Kan @HR, Holbæk og @vejle mødes?", MENTIONABLES)).toBe(
    "Kan @[person:hr-holbaek] og @[organisation:0630] mødes?",
  );
});

test("a name inside a longer word, an unknown name and an address are no mentions", () => {
  for (const text of ["@Vejlefjord", "@Ringsted ved mere", "skriv til hr@example.org"]) {
    expect(storeMentions(text, MENTIONABLES)).toBe(text);
  }
});

test("parts give the text back in order, with the mentions between", () => {
  expect(commentParts(storeMentions("@Holbæk: se her, @HR!", MENTIONABLES))).toEqual([
    { type: "mention", kind: "organisation", id: "0316" },
    { type: "text", text: ": se her, " },
    { type: "mention", kind: "person", id: "hr" },
    { type: "text", text: "!" },
  ]);
  expect(commentParts("")).toEqual([]);
});

test("what only looks like a stored mention stays text", () => {
  const text = "@[person:<script>] og @[admin:x]";
  expect(commentParts(text)).toEqual([{ type: "text", text }]);
});

const MEMBERS: Record<string, string[]> = { "0316": ["hr-holbaek", "hjemmeplejen"], "0630": ["vejle"] };
const circle = (authorId: string, threadPeople: string[] = []) => ({
  authorId,
  threadPeople,
  boardOrganisationId: "0316",
  membersOf: (id: string) => MEMBERS[id] ?? [],
});
const told = (written: string, authorId: string, threadPeople?: string[]) =>
  Object.fromEntries(noticesFor(commentParts(storeMentions(written, MENTIONABLES)), circle(authorId, threadPeople)));

test("who is called, whose kommune is called and who has written before are told, each once and for the first reason", () => {
  expect(told("@Vejle og @HR, Holbæk", "kl", ["vejle", "hr-holbaek"])).toEqual({
    "hr-holbaek": "mention",
    vejle: "organisation-mention",
    hjemmeplejen: "own-board",
  });
});

test("a comment from outside is told to the board's kommune; one among colleagues is not, and nobody is told of their own", () => {
  expect(told("Spændende!", "vejle")).toEqual({ "hr-holbaek": "own-board", hjemmeplejen: "own-board" });
  expect(told("Husk referatet", "hjemmeplejen", ["hjemmeplejen", "vejle"])).toEqual({ vejle: "reply" });
  expect(told("@HR, Holbæk", "hr-holbaek")).toEqual({});
});
