import { expect, test } from "vitest";
import { INDICATORS, indicatorsOf, stretchesOf } from "./indicator.ts";

const withGap = indicatorsOf(["spu-paed-godt-samarbejde"])[0] ?? expect.fail("the reference has changed");

test("a year without a figure is a year with nothing in it", () => {
  expect(withGap.years.map(({ year }) => year)).toEqual([2022, 2023, 2024]);
  expect(withGap.years[1]?.value).toBe(null);
});

test("the line is broken where a year has no figure", () => {
  expect(stretchesOf(withGap.years).map((stretch) => stretch.map(({ year }) => year))).toEqual([[2022], [2024]]);
  const whole = [1, 2, 3].map((value) => ({ year: 2020 + value, value }));
  expect(stretchesOf(whole)).toEqual([whole]);
});

test("only what has one figure a year can be drawn, two at a time", () => {
  for (const { years } of INDICATORS) expect(years.length).toBeGreaterThan(1);
  const ids = INDICATORS.map(({ id }) => id);
  expect(ids).toContain("spu-vende-tilbage");
  expect(ids).not.toContain("kvote2-1prioritet");
  expect(indicatorsOf(ids)).toHaveLength(2);
  expect(indicatorsOf(["no-such"])).toEqual([]);
  expect(indicatorsOf(null)).toEqual([]);
});
