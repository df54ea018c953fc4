import { expect, test } from "vitest";
import type { LiveView } from "#domain/live/view.ts";
import { originsOf, originText } from "./origins.ts";

const target = (id: string, text: string) => ({ id, text });
/** A ballot on groups, a later one on ideas, and a note that nobody voted on. */
const view = {
  agenda: { first: { position: 0 }, second: { position: 1 }, open: { position: 2 } },
  ballots: {
    first: { result: { targets: [target("group", "Vagtplaner")] } },
    second: { result: { targets: [target("varde/pool", "Vikarpulje"), target("holbaek/intro", "Introforløb")] } },
    open: { result: null },
  },
  clusters: { group: { title: "Vagtplaner" } },
  notes: {
    inGroup: { text: "Ingen weekender", clusterId: "group" },
    alone: { text: "Flere vejledere", clusterId: null },
  },
} as unknown as LiveView;

test("an agreement comes first from what was voted on last, then from the rest that is shown, each once", () => {
  expect(originsOf(view).map(({ id }) => id)).toEqual(["varde/pool", "holbaek/intro", "group", "alone"]);
});

test("what it came from is told in its words while it is shown", () => {
  expect(originText(view, "holbaek/intro")).toBe("Introforløb");
  expect(originText(view, "inGroup")).toBe("Ingen weekender");
  expect(originText(view, "gone")).toBeNull();
  expect(originText(view, null)).toBeNull();
});
