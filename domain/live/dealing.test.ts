import { expect, test } from "vitest";
import { deal } from "./dealing.ts";

const finding = (id: string, ...organisationIds: string[]) => ({ id, organisationIds });
const table = (id: string, organisationIds: string[], has = 0) => ({
  id,
  organisationIds: new Set(organisationIds),
  has,
});
const perTable = (dealt: ReturnType<typeof deal>) =>
  Object.fromEntries(
    [...new Set(dealt.map(({ tableId }) => tableId))].map((id) => [
      id,
      dealt.filter(({ tableId }) => tableId === id).map(({ findingId }) => findingId),
    ]),
  );

test("each table gets what its own kommune can answer, its best before another gets its second", () => {
  const findings = [finding("1", "a", "b"), finding("2", "a", "b"), finding("3", "b", "c"), finding("4", "a", "c")];
  expect(perTable(deal(findings, [table("ta", ["a"]), table("tb", ["b"])]))).toEqual({
    ta: ["1", "4"],
    tb: ["2", "3"],
  });
});

test("three at most, counting those that a facilitator has given it", () => {
  const findings = ["1", "2", "3", "4"].map((id) => finding(id, "a", "b"));
  expect(deal(findings, [table("ta", ["a"])])).toHaveLength(3);
  expect(deal(findings, [table("ta", ["a"], 2)]).map(({ findingId }) => findingId)).toEqual(["1"]);
});

test("a table whose kommuner have none talks about what is left; an empty table gets nothing", () => {
  const findings = [finding("1", "a", "b"), finding("2", "a", "b"), finding("3", "a", "b"), finding("4", "a", "b")];
  const dealt = deal(findings, [table("union", ["u"]), table("ta", ["a"]), table("empty", [])]);
  expect(perTable(dealt)).toEqual({ ta: ["1", "2", "3"], union: ["4"] });
});
