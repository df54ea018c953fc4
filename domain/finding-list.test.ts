import { expect, test } from "vitest";
import type { FindingState } from "#domain/finding.ts";
import {
  countFacets,
  coverage,
  inScope,
  isWithinOne,
  type ListedFinding,
  progressOf,
  readFindingView,
  showFindings,
  usualOrder,
  writeFindingView,
} from "#domain/finding-list.ts";

const side = (id: string, workshopId = "w") => ({ organisation: { id, name: id }, workshop: { id: workshopId } });
function found(
  id: string,
  over: Partial<ListedFinding> & { state?: FindingState; awaits?: string[] } = {},
): ListedFinding {
  const { state = "proposed", awaits = state === "proposed" ? ["0316", "0530"] : [], ...rest } = over;
  return {
    id,
    kind: "overlap",
    strength: "strong",
    score: 1,
    probability: 0.9,
    a: side("0316"),
    b: side("0530"),
    decision: { state, awaits, standing: [], changedSince: false },
    actorIds: [],
    tableId: null,
    isAssessed: false,
    ...rest,
  };
}
const ids = (findings: readonly ListedFinding[]) => findings.map(({ id }) => id);
const view = (address = "") => readFindingView(new URLSearchParams(address));

const FINDINGS = [
  found("weak"),
  found("strong", { score: 9, a: side("0573"), awaits: ["0573"], actorIds: ["foa"] }),
  found("learn", { kind: "learn-from", score: 5, actorIds: ["foa", "sosu"] }),
  found("done", { state: "confirmed" }),
  found("changed", { state: "outdated", awaits: ["0316", "0530"] }),
  found("gone", { state: "outdated" }),
];

test("V1 the list shows what waits, the reader's own first, then the strongest", () => {
  expect(ids(showFindings(FINDINGS, view(), { ownIds: [] }))).toEqual(["strong", "learn", "changed", "weak"]);
  expect(ids(showFindings(FINDINGS, view(), { ownIds: ["0316"] }))).toEqual(["learn", "changed", "weak", "strong"]);
});

test("V1 no finding stands above one that is called stronger, whatever their points", () => {
  const findings = [found("medium", { strength: "medium", score: 9, kind: "learn-from" }), found("strong")];
  expect(ids(showFindings(findings, view(), { ownIds: [] }))).toEqual(["strong", "medium"]);
});

test("V8 findings inside one kommune come last, and the one that is open stays", () => {
  const inside = found("inside", { score: 99, b: side("0316") });
  expect(ids(showFindings([inside, ...FINDINGS], view(), { ownIds: [] })).at(-1)).toBe("inside");
  expect(ids(showFindings(FINDINGS, view("kind=learn-from"), { ownIds: [], keep: "done" }))).toEqual(["learn", "done"]);
});

test("V2 an outdated finding waits while the check finds it, and is gone when it does not", () => {
  expect(FINDINGS.map(progressOf).slice(4)).toEqual(["waiting", "gone"]);
});

test("V3 filters narrow by kind, kommune, actor and how far it is", () => {
  expect(ids(showFindings(FINDINGS, view("kind=learn-from"), { ownIds: [] }))).toEqual(["learn"]);
  expect(ids(showFindings(FINDINGS, view("municipality=0573"), { ownIds: [] }))).toEqual(["strong"]);
  expect(ids(showFindings(FINDINGS, view("actor=foa&kind=overlap"), { ownIds: [] }))).toEqual(["strong"]);
  expect(ids(showFindings(FINDINGS, view("status=confirmed"), { ownIds: [] }))).toEqual(["done"]);
});

test("V9 by value of asking: where one kommune waits for the other, then what has changed, then what is most doubtful", () => {
  const answered = { organisationId: "0316", answer: "meet" as const, at: 1, aHash: "a", bHash: "b" };
  const findings = [
    found("sure", { score: 9, probability: 0.95 }),
    found("doubtful", { strength: "weak", probability: 0.55 }),
    found("lapsed", { decision: { state: "outdated", awaits: ["0316", "0530"], standing: [], changedSince: true } }),
    found("half", { decision: { state: "proposed", awaits: ["0530"], standing: [answered], changedSince: false } }),
  ];
  const order = ["half", "lapsed", "doubtful", "sure"];
  expect(ids(showFindings(findings, view("order=value"), { ownIds: ["0316"] }))).toEqual(order);
  expect(ids(showFindings(findings, view(), { ownIds: [] }))[0]).toBe("sure");
  expect([usualOrder([]), usualOrder(["0316"])]).toEqual(["value", "strength"]);
  expect(ids(showFindings(findings, view("strength=weak"), { ownIds: [] }))).toEqual(["doubtful"]);
});

test("V4 each count is what choosing it would show", () => {
  const narrowed = view("actor=foa");
  const { kinds, strengths, municipalities, progress, actors } = countFacets(FINDINGS, narrowed);
  for (const { id, count } of strengths)
    expect(showFindings(FINDINGS, { ...narrowed, strength: id }, { ownIds: [] })).toHaveLength(count);
  for (const { id, count } of kinds)
    expect(showFindings(FINDINGS, { ...narrowed, kind: id }, { ownIds: [] })).toHaveLength(count);
  for (const { id, count } of municipalities)
    expect(showFindings(FINDINGS, { ...narrowed, municipality: id }, { ownIds: [] })).toHaveLength(count);
  expect(progress.find(({ id }) => id === "waiting")?.count).toBe(2);
  expect(actors).toEqual([
    { id: "foa", count: 2 },
    { id: "sosu", count: 1 },
  ]);
});

test("V5 coverage leaves out what is no longer found", () => {
  expect(coverage(FINDINGS)).toEqual({ decided: 1, total: 5 });
});

test("V10 what has been assessed waits for the kommuner, no longer for those who assess", () => {
  const assessed = found("assessed", { isAssessed: true });
  const decided = found("decided", { state: "confirmed", isAssessed: true });
  expect([assessed, decided].map(progressOf)).toEqual(["assessed", "confirmed"]);
  expect(ids(showFindings([assessed, found("open")], view(), { ownIds: [] }))).toEqual(["open"]);
  expect(coverage([assessed, decided, found("open")])).toEqual({ decided: 2, total: 3 });
});

test("V11 a table sees the findings that were given to it", () => {
  const findings = [found("given", { tableId: "t1" }), found("other", { tableId: "t2" }), found("none")];
  expect(ids(showFindings(findings, view("table=t1"), { ownIds: [] }))).toEqual(["given"]);
  expect(countFacets(findings, view()).tables).toEqual([
    { id: "t1", count: 1 },
    { id: "t2", count: 1 },
  ]);
});

test("V6 the workshop's findings have both sides in it; those with others have one", () => {
  const findings = [
    found("inside"),
    found("across", { b: side("0101", "other") }),
    found("elsewhere", { a: side("0101", "other"), b: side("0147", "other") }),
  ];
  expect(ids(inScope(findings, "w", false))).toEqual(["inside"]);
  expect(ids(inScope(findings, "w", true))).toEqual(["across"]);
  expect(isWithinOne(found("own", { b: side("0316") }))).toBe(true);
});

test("V7 a view survives its address, and what an address should not say is left out", () => {
  const address =
    "status=dismissed&kind=overlap&strength=weak&municipality=0316&actor=foa&table=t1&order=value&scope=outside";
  expect(writeFindingView(view(address))).toBe(address);
  expect(writeFindingView(view("status=strange&kind=gap&scope=all"))).toBe("");
});
