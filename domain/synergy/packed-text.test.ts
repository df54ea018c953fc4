import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedTexts } from "./packed-text.ts";

test("a text that was packed is what it was, whatever stands in it", () => {
  const packed = new PackedTexts();
  fc.assert(
    fc.property(fc.nat(20), fc.string({ unit: "binary", maxLength: 60 }), (place, text) => {
      packed.write(place, text);
      expect(packed.text(place)).toBe(text);
    }),
    { numRuns: 40 },
  );
  const long = `${"Speciallægekonsulentordning".repeat(4)} på  plejehjem – "a\\nb"`;
  packed.write(1, long);
  packed.write(2, "");
  expect([packed.text(1), packed.text(2)]).toEqual([long, ""]);
});

test("texts of the same words lie beside each other without being mixed up", () => {
  const packed = new PackedTexts();
  const texts = ["Fritidsjob på plejehjem", "Plejehjem på fritidsjob", "på på", "Fritidsjob"];
  for (const [place, text] of texts.entries()) packed.write(place, text);
  packed.write(1, "Andet");
  packed.clear(2);
  expect([0, 1, 2, 3].map((place) => packed.text(place))).toEqual([texts[0], "Andet", "", texts[3]]);
});
