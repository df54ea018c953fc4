import { expect, test } from "vitest";
import {
  COMMITMENT_LIMITS,
  COMMITMENT_STATUSES,
  type CommitmentDraft,
  isOpen,
  problemsOf,
  readPartners,
} from "./commitment.ts";

const TODAY = "2026-11-22";
const draft: CommitmentDraft = {
  what: "Et fælles mentorkursus",
  ownerId: "0316",
  partners: ["Varde", "SOSU H"],
  firstStep: "Ring til SOSU H",
  due: "2026-12-01",
};
const problems = (over: Partial<CommitmentDraft>) => problemsOf({ ...draft, ...over }, TODAY);

test("an agreement has a kommune, a first step and a day", () => {
  expect(problems({})).toEqual({});
  expect(problems({ ownerId: "", firstStep: " ", due: "" })).toEqual({
    ownerId: "missing",
    firstStep: "missing",
    due: "missing",
  });
  expect(problems({ what: "" })).toEqual({ what: "missing" });
});

test("its day exists and has not gone by", () => {
  expect(problems({ due: "2026-02-30" })).toEqual({ due: "no-day" });
  expect(problems({ due: "1.12.2026" })).toEqual({ due: "no-day" });
  expect(problems({ due: "2026-11-21" })).toEqual({ due: "past" });
  expect(problems({ due: TODAY })).toEqual({});
});

test("it has limits", () => {
  expect(problems({ what: "x".repeat(COMMITMENT_LIMITS.what + 1) })).toEqual({ what: "too-long" });
  expect(problems({ partners: ["x".repeat(COMMITMENT_LIMITS.partner + 1)] })).toEqual({ partners: "too-long" });
  const many = Array.from({ length: COMMITMENT_LIMITS.partners + 1 }, (_, at) => `${at}`);
  expect(problems({ partners: many })).toEqual({ partners: "too-many" });
});

test("partners are written by comma or line, each once", () => {
  expect(readPartners("Varde, SOSU H\nFOA ;; Varde, ")).toEqual(["Varde", "SOSU H", "FOA"]);
  expect(readPartners("")).toEqual([]);
});

test("what is kept or dropped is not asked for again", () => {
  expect(COMMITMENT_STATUSES.filter(isOpen)).toEqual(["new", "under-way", "stalled"]);
});
