import { expect, test } from "vitest";
import { colourOf } from "./person-colour.ts";

/** As WCAG reckons contrast, against white. */
function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

test("a person has one colour, people have several, and each carries white letters", () => {
  const colours = new Set(Array.from({ length: 200 }, (_, index) => colourOf(`person-${index}`)));
  expect(colourOf("person-7")).toBe(colourOf("person-7"));
  expect(colours.size).toBe(10);
  for (const colour of colours) expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
});
