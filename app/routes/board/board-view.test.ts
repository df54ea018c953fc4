import { expect, test } from "vitest";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { gather, newsBetween } from "./board-news.ts";
import {
  binned,
  filterOf,
  isFull,
  lanesOf,
  matchesFilter,
  NO_FILTER,
  withoutFilter,
  withParams,
} from "./board-view.ts";

const initiative = (values: Partial<InitiativeSnapshot> & { id: string }): InitiativeSnapshot => ({
  title: values.id,
  description: [],
  descriptionText: "",
  status: "idea",
  order: values.id,
  actors: [],
  tags: { professions: [], themes: [], activities: [], targetGroups: [], departments: [], chainLinks: [] },
  startYear: null,
  paused: false,
  binnedAt: null,
  source: null,
  ...values,
});

const names = (id: string) => ({ "sosu-h": "SOSU H" })[id] ?? id;

test("a board is full of the cards on it, whatever lies in the bin", () => {
  const cards = Array.from({ length: 2_000 }, (_, index) => initiative({ id: `c${index}` }));
  const bin = Array.from({ length: 500 }, (_, index) => initiative({ id: `b${index}`, binnedAt: 1 }));
  expect(isFull([...cards.slice(1), ...bin])).toBe(false);
  expect(isFull([...cards, ...bin])).toBe(true);
});

test("lanes hold their statuses in order, ties by id, and nothing from the bin", () => {
  const lanes = lanesOf([
    initiative({ id: "b", order: "a1" }),
    initiative({ id: "a", order: "a1", status: "clarifying" }),
    initiative({ id: "c", order: "a0", status: "abandoned" }),
    initiative({ id: "d", binnedAt: 1 }),
  ]);
  expect(lanes.idea.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(lanes.finished.map(({ id }) => id)).toEqual(["c"]);
});

test("the bin shows the newest first", () => {
  const found = binned([
    initiative({ id: "a", binnedAt: 1 }),
    initiative({ id: "b", binnedAt: 2 }),
    initiative({ id: "c" }),
  ]);
  expect(found.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("text is found in title, description and the actors' names, aa and å alike", () => {
  const card = initiative({
    id: "a",
    title: "Mentor på Ålborgvej",
    descriptionText: "hjemmeplejen",
    actors: [{ actorId: "sosu-h", role: "contributor" }],
  });
  const finds = (text: string) => matchesFilter(card, { ...NO_FILTER, text }, names);
  expect(finds("aalborg")).toBe(true);
  expect(finds("pleje mentor")).toBe(true);
  expect(finds("sosu h")).toBe(true);
  expect(finds("vikar")).toBe(false);
});

test("the filter goes through the address and back, and leaves the open card alone", () => {
  const params = withParams(new URLSearchParams("card=7"), { theme: "fastholdelse", q: "mentor" });
  expect(filterOf(params)).toEqual({ profession: null, theme: "fastholdelse", actor: null, text: "mentor" });
  expect(withoutFilter(params).toString()).toBe("card=7");
});

test("others' work is told by what it did to the board", () => {
  const kept = initiative({ id: "kept" });
  const before = [kept, initiative({ id: "moves" }), initiative({ id: "edited" }), initiative({ id: "goes" })];
  const after = [
    kept,
    initiative({ id: "moves", status: "trial" }),
    initiative({ id: "edited", descriptionText: "x" }),
    initiative({ id: "goes", binnedAt: 1 }),
    initiative({ id: "new" }),
  ];
  expect(newsBetween(before, after, new Set(after.map(({ id }) => id)))).toEqual([
    { type: "moved", title: "moves", lane: "trial" },
    { type: "edited", title: "edited" },
    { type: "removed", title: "goes" },
    { type: "added", title: "new" },
  ]);
  expect(newsBetween(before, after, new Set(["edited"]))).toEqual([{ type: "edited", title: "edited" }]);
});

test("many edits of one card are one piece of news, and a move tells more than an edit", () => {
  const edited = { type: "edited", title: "a" } as const;
  const moved = { type: "moved", title: "a", lane: "trial" } as const;
  expect(gather(gather([], [edited, edited]), [moved])).toEqual([moved]);
  expect(gather([moved], [edited])).toEqual([moved]);
});
