import fc from "fast-check";
import { expect, test } from "vitest";
import { NumberedHashes, rowsOfNumbers } from "./rows.ts";

test("rows hold what was written, pushed and taken out, whatever becomes of the others", () => {
  const numbers = fc.array(fc.nat(9), { maxLength: 40 });
  const step = fc.oneof(
    fc.record({ do: fc.constant("write" as const), row: fc.nat(9), content: numbers }),
    fc.record({ do: fc.constant("push" as const), row: fc.nat(9), content: numbers }),
    fc.record({ do: fc.constant("takeOut" as const), row: fc.nat(9), content: numbers }),
    fc.record({ do: fc.constant("clear" as const), row: fc.nat(9), content: numbers }),
  );
  const sorted = (values: Iterable<number>) => [...values].sort();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const rows = rowsOfNumbers();
      const expected = Array.from({ length: 10 }, (): number[] => []);
      for (const { do: what, row, content } of steps) {
        const list = expected[row] ?? [];
        if (what === "write") rows.write(row, content);
        if (what === "clear") rows.clear(row);
        if (what === "write" || what === "clear") list.length = 0;
        if (what === "write") list.push(...content);
        for (const value of content) {
          if (what === "push") {
            rows.push(row, value);
            list.push(value);
          }
          if (what === "takeOut") {
            rows.takeOut(row, value);
            if (list.includes(value)) list.splice(list.indexOf(value), 1);
          }
        }
      }
      for (const [row, list] of expected.entries()) expect(sorted(rows.rowOf(row))).toEqual(sorted(list));
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
