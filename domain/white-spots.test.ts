import { expect, test } from "vitest";
import type { ChainLink } from "./initiative.ts";
import { type ReachedPeople, whiteSpots } from "./white-spots.ts";

const reach = (organisationId: string, targetGroup: string, link: ChainLink | null): ReachedPeople => ({
  organisationId,
  targetGroup,
  link,
});

test("the largest hole is the link that most kommuner lack for people whom they reach elsewhere, and that somebody fills", () => {
  const reached = [
    ...["a", "b", "c", "d"].map((id) => reach(id, "elever", "placement")),
    reach("a", "elever", "retention"),
    reach("a", "ledige", "pre-course"),
    reach("b", "ledige", null),
    reach("c", "ledige", null),
  ];
  const [first, second] = whiteSpots(reached, 2);
  expect(first).toEqual({ link: "retention", targetGroup: "elever", missing: ["b", "c", "d"], reaching: 4 });
  expect(second).toEqual({ link: "pre-course", targetGroup: "ledige", missing: ["b", "c"], reaching: 3 });
});

test("links that nobody fills come after, and one kommune alone is no hole", () => {
  expect(whiteSpots([reach("a", "elever", "placement")], 3)).toEqual([]);
  const nobody = whiteSpots([reach("a", "elever", null), reach("b", "elever", null)], 1);
  expect(nobody).toEqual([{ link: "awareness", targetGroup: "elever", missing: ["a", "b"], reaching: 2 }]);
});
