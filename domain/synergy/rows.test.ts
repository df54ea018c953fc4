import fc from "fast-check";
import { expect, test } from "vitest";
import { NumberedHashes, rowsOfNumbers } from "./rows.ts";

type Row = ReturnType<typeof rowsOfNumbers>;

/** What is done to a row, and the same to a plain list. */
const STEPS: readonly ((rows: Row, row: number, content: number[]) => (list: number[]) => number[])[] = [
  (rows, row, content) => {
    rows.write(row, content);
    return () => content;
  },
  (rows, row, content) => {
    for (const value of content) rows.push(row, value);
    return (list) => [...list, ...content];
  },
  (rows, row, content) => {
    for (const value of content) rows.takeOut(row, value);
    return (list) =>
      content.reduce(
        (left, value) => (left.includes(value) ? left.filter((_, at) => at !== left.indexOf(value)) : left),
        list,
      );
  },
  (rows, row) => {
    rows.clear(row);
    return () => [];
  },
];

test("rows hold what was written, pushed and taken out, whatever becomes of the others", () => {
  const change = fc.record({
    step: fc.constantFrom(...STEPS),
    row: fc.nat(9),
    content: fc.array(fc.nat(9), { maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const rows = rowsOfNumbers();
      const expected = Array.from({ length: 10 }, (): number[] => []);
      for (const { step, row, content } of changes) expected[row] = step(rows, row, content)(expected[row] ?? []);
      for (const [row, list] of expected.entries()) expect([...rows.rowOf(row)].sort()).toEqual([...list].sort());
    }),
  );
});

test("hashes keep their numbers however many come", () => {
  const hashes = new NumberedHashes();
  const all = Array.from({ length: 5_000 }, (_, index) => Math.imul(index, 0x9e3779b1) >>> 0);
  for (const [number, hash] of all.entries()) expect(hashes.numberOf(hash)).toBe(number);
  for (const [number, hash] of all.entries()) expect(hashes.knownNumberOf(hash)).toBe(number);
  expect(hashes.knownNumberOf(12_345)).toBeUndefined();
});
