import { expect, test } from "vitest";
import type { InitiativeStatus } from "#domain/initiative.ts";
import { newsOf } from "./finding-news.ts";

const HOLBAEK = { id: "0316", name: "Holbæk" };
const VARDE = { id: "0573", name: "Varde" };
const side = (organisation: { id: string; name: string }, status: InitiativeStatus = "running") => ({
  title: `Indsats i ${organisation.name}`,
  status,
  organisation,
});
const undecided = { changedSince: false, standing: [] };

test("one's own initiative stands first, whichever side it is", () => {
  const finding = { id: "f", kind: "overlap" as const, a: side(VARDE), b: side(HOLBAEK), decision: undecided };
  expect(newsOf(finding, new Set(["0316"]))).toMatchObject({
    own: "Indsats i Holbæk",
    other: "Indsats i Varde",
    organisation: "Varde",
    relation: "overlap",
  });
});

test("whoever has come further is learned from", () => {
  const between = (own: InitiativeStatus, other: InitiativeStatus) =>
    newsOf(
      { id: "f", kind: "learn-from", a: side(HOLBAEK, own), b: side(VARDE, other), decision: undecided },
      new Set(["0316"]),
    ).relation;
  expect(between("idea", "running")).toBe("learn-from");
  expect(between("finished", "trial")).toBe("teach");
});

test("within one kommune there is no other side to wait for", () => {
  const finding = { id: "f", kind: "overlap" as const, a: side(HOLBAEK), b: side(HOLBAEK), decision: undecided };
  expect(newsOf(finding, new Set(["0316"]))).toMatchObject({ relation: "within", theirAnswer: null });
});
