import { expect, test } from "vitest";
import {
  type Answer,
  decide,
  type FindingFacts,
  type GivenAnswer,
  isOpen,
  isStanding,
  needsReason,
} from "#domain/finding.ts";

const BETWEEN: FindingFacts = {
  aOrganisationId: "0316",
  bOrganisationId: "0530",
  aHash: "a1",
  bHash: "b1",
  goneAt: null,
};
const WITHIN: FindingFacts = { ...BETWEEN, bOrganisationId: "0316" };

const given = (organisationId: string, answer: Answer, over: Partial<GivenAnswer> = {}): GivenAnswer => ({
  organisationId,
  answer,
  at: 1,
  aHash: "a1",
  bHash: "b1",
  ...over,
});
const stateOf = (answers: readonly GivenAnswer[], finding = BETWEEN) => decide(finding, answers).state;

test("F1 without an answer a finding is proposed and waits for both kommuner", () => {
  const decision = decide(BETWEEN, []);
  expect(decision).toEqual({ state: "proposed", standing: [], awaits: ["0316", "0530"], changedSince: false });
  expect(isOpen(decision)).toBe(true);
});

test("F2 one yes leaves it proposed and waits for the other kommune", () => {
  const decision = decide(BETWEEN, [given("0316", "coordinate")]);
  expect(decision.state).toBe("proposed");
  expect(decision.awaits).toEqual(["0530"]);
});

test.each(["merge", "coordinate", "meet", "learn-from"] as const)(
  "F3 both said yes, one of them by %s: confirmed, and both answers stand where they differ",
  (answer) => {
    const decision = decide(BETWEEN, [given("0316", answer), given("0530", "meet")]);
    expect(decision.state).toBe("confirmed");
    expect(decision.standing.map((one) => one.answer)).toEqual([answer, "meet"]);
    expect(decision.awaits).toEqual([]);
  },
);

test("F4 one no dismisses, whatever the other said", () => {
  expect(stateOf([given("0316", "unrelated")])).toBe("dismissed");
  expect(stateOf([given("0316", "merge"), given("0530", "unrelated")])).toBe("dismissed");
  expect(stateOf([given("0316", "deliberately-parallel"), given("0530", "unrelated")])).toBe("dismissed");
});

test("F5 parallel when no one said no and at least one said that", () => {
  expect(stateOf([given("0316", "deliberately-parallel")])).toBe("parallel");
  expect(stateOf([given("0316", "merge"), given("0530", "deliberately-parallel")])).toBe("parallel");
});

test("F6 within one kommune one answer decides", () => {
  expect(stateOf([given("0316", "merge")], WITHIN)).toBe("confirmed");
  expect(decide(WITHIN, []).awaits).toEqual(["0316"]);
});

test("F7 a kommune may change its mind: the newest answer counts", () => {
  const answers = [given("0316", "unrelated", { at: 1 }), given("0530", "meet"), given("0316", "meet", { at: 2 })];
  expect(stateOf(answers)).toBe("confirmed");
});

test("F8 a changed text takes the decision back: outdated, and both are asked anew", () => {
  const answers = [given("0316", "merge"), given("0530", "merge")];
  const decision = decide({ ...BETWEEN, bHash: "b2" }, answers);
  expect(decision).toEqual({ state: "outdated", standing: [], awaits: ["0316", "0530"], changedSince: true });
});

test("F9 an answer to the changed texts opens a new decision", () => {
  const changed = { ...BETWEEN, bHash: "b2" };
  const answers = [given("0316", "merge"), given("0530", "merge"), given("0530", "meet", { at: 5, bHash: "b2" })];
  expect(decide(changed, answers)).toMatchObject({ state: "proposed", awaits: ["0316"], changedSince: false });
});

test("F10 an answer to an earlier text never counts with one to the present text", () => {
  const changed = { ...BETWEEN, bHash: "b2" };
  const answers = [given("0316", "merge"), given("0530", "merge", { at: 2, bHash: "b2" })];
  expect(decide(changed, answers)).toMatchObject({ state: "proposed", awaits: ["0316"] });
  expect(stateOf([given("0316", "merge")], changed)).toBe("proposed");
});

test("F11 what the check no longer finds is outdated and asks nobody", () => {
  const gone = { ...BETWEEN, goneAt: 9 };
  expect(decide(gone, [given("0316", "merge"), given("0530", "merge")])).toMatchObject({
    state: "outdated",
    awaits: [],
  });
});

test("F12 a decided pair does not come back while its texts stand", () => {
  expect(isOpen(decide(BETWEEN, [given("0530", "unrelated")]))).toBe(false);
  expect(isOpen(decide({ ...BETWEEN, aHash: "a2" }, [given("0530", "unrelated")]))).toBe(true);
});

test("F13 answers of a kommune outside the pair count for nothing", () => {
  expect(stateOf([given("0461", "unrelated")])).toBe("proposed");
});

test("F14 only a no must be explained", () => {
  expect((["merge", "meet", "deliberately-parallel", "unrelated"] as const).filter(needsReason)).toEqual(["unrelated"]);
});

test("F15 what stands is what the check finds and nobody's answer holds to be nothing", () => {
  const stands = (answers: readonly GivenAnswer[], finding = BETWEEN) => isStanding(decide(finding, answers));
  expect(stands([])).toBe(true);
  expect(stands([given("0316", "meet"), given("0530", "meet")])).toBe(true);
  expect(stands([given("0316", "deliberately-parallel")])).toBe(true);
  expect(stands([given("0316", "unrelated")])).toBe(false);
  expect(stands([given("0316", "unrelated")], { ...BETWEEN, aHash: "a2" })).toBe(true);
  expect(stands([], { ...BETWEEN, goneAt: 2 })).toBe(false);
});
