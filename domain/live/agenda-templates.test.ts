import { expect, test } from "vitest";
import reference from "#domain/reference/agenda-templates.json" with { type: "json" };
import { AGENDA_LIMITS } from "./agenda.ts";
import { AGENDA_TEMPLATES, lanesOf } from "./agenda-templates.ts";
import { isFigure } from "./indicator.ts";
import { plannedMinutes } from "./schedule.ts";

test("the six templates last as long as they say", () => {
  const lengths = AGENDA_TEMPLATES.map(({ id, items }) => [id, plannedMinutes(items)]);
  expect(lengths).toEqual([
    ["innovationsvaerksted-3-timer", 3 * 60],
    ["30-timer-over-2-dage", 30 * 60],
    ["webinar-med-spoergsmaal", 90],
    ["partnerskabsstart", 120],
    ["strategiproces", 150],
    ["opfoelgning-60", 60],
  ]);
});

test("every item is one that could have been written by hand, and says what it is", () => {
  for (const [at, { items }] of AGENDA_TEMPLATES.entries()) {
    expect(items.length).toBeLessThanOrEqual(AGENDA_LIMITS.items);
    for (const [index, item] of items.entries()) {
      expect(item.kind, item.title).toBe(reference.templates[at]?.items[index]?.kind);
      expect(item.title.length).toBeLessThanOrEqual(AGENDA_LIMITS.title);
      expect(item.prompt.length).toBeLessThanOrEqual(AGENDA_LIMITS.prompt);
      expect(item.minutes).toBeLessThanOrEqual(AGENDA_LIMITS.minutes);
      expect(item.lanes.every(({ title }) => title.length <= AGENDA_LIMITS.laneTitle)).toBe(true);
      expect(item.voteBudget !== null, item.title).toBe(item.kind === "vote");
      expect((item.indicators ?? []).every(isFigure), item.title).toBe(true);
    }
  }
});

test("a heading that keeps its words or its place keeps its id; a new one gets one that nobody had", () => {
  const before = lanesOf(["Ind", "Igennem", "Bliver"], []);
  expect(before.map(({ id }) => id)).toEqual(["lane-1", "lane-2", "lane-3"]);
  const ids = (titles: string[]) => lanesOf(titles, before).map(({ id }) => id);
  expect(ids(["Bliver", "Ind", "Igennem"])).toEqual(["lane-3", "lane-1", "lane-2"]);
  expect(ids(["Ind", "Gennem", "Bliver"])).toEqual(["lane-1", "lane-2", "lane-3"]);
  expect(ids(["Ind", "Bliver"])).toEqual(["lane-1", "lane-3"]);
  expect(ids(["Ind", "Igennem", "Bliver", "Andet"])).toEqual(["lane-1", "lane-2", "lane-3", "lane-4"]);
});
