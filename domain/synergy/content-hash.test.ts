import { expect, test } from "vitest";
import { contentHash, contentHashOf, numbersOfContentHash } from "./content-hash.ts";
import { anInitiative } from "./initiative-fixture.ts";

test.each(Array.from({ length: 200 }, (_, index) => `Fritidsjob ${index}`))(
  "comes back from its numbers: %s",
  (title) => {
    const hash = contentHash(anInitiative({ title }));
    expect(contentHashOf(...numbersOfContentHash(hash))).toBe(hash);
  },
);

test("keeps the noughts that a small number begins with", () => {
  expect(numbersOfContentHash(contentHashOf(0, 35))).toEqual([0, 35]);
  expect(contentHashOf(0, 35)).toBe("0000000000000z");
});
