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

test("what is written is an idea where the title or the question asks for one, and an answer elsewhere", () => {
  const wordOf = (kind: PhaseKind, title: string, prompt: string) => noteWord({ kind, title, prompt });
  expect(wordOf("silent-writing", "Skriv hver for sig", "Hvad står i vejen hos jer?")).toBe("reply");
  expect(wordOf("silent-writing", "Skriv hver for sig", "Hvilke idéer har I?")).toBe("idea");
  expect(wordOf("silent-writing", "Ideas", "")).toBe("idea");
  expect(wordOf("silent-writing", "Tænk nyt sammen", "Hvad kan vi gøre sammen, som ingen kan alene?")).toBe("idea");
  expect(wordOf("silent-writing", "Skriv hver for sig", "Hvad har vi i Videbæk brug for?")).toBe("reply");
  expect(wordOf("check-out", "Tjek-ud", "Hvilken idé tager du med?")).toBe("reply");
  expect(noteWord(null)).toBe("reply");
});
