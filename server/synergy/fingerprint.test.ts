import fc from "fast-check";
import { expect, test } from "vitest";
import { Fingerprint } from "./fingerprint.ts";

const made = (parts: readonly (readonly [string, string])[]): Fingerprint => {
  const fingerprint = new Fingerprint();
  for (const [name, content] of parts) fingerprint.set(name, content);
  return fingerprint;
};

const somePart = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.string({ maxLength: 3 }));

test("the same parts make the same fingerprint, whatever came and went before", () => {
  fc.assert(
    fc.property(fc.array(somePart), (parts) => {
      const left = new Map(parts);
      expect(String(made(parts))).toBe(String(made([...left].reverse())));
    }),
  );
});

test("parts that their owner remembers may come, change and go too", () => {
  fc.assert(
    fc.property(fc.array(somePart), (parts) => {
      const now = new Map<string, string>();
      const fingerprint = new Fingerprint();
      for (const [name, content] of parts) {
        fingerprint.change(name, now.get(name) ?? null, content);
        now.set(name, content);
      }
      expect(String(fingerprint)).toBe(String(made([...now])));
      for (const [name, content] of now) fingerprint.change(name, content, null);
      expect(String(fingerprint)).toBe(String(new Fingerprint()));
    }),
  );
});

test("another content, another name and one more part make another fingerprint", () => {
  const all = [
    [],
    [["a", "1"]],
    [["a", "2"]],
    [["b", "1"]],
    [
      ["a", "1"],
      ["b", "1"],
    ],
  ] as const;
  expect(new Set(all.map((parts) => String(made(parts)))).size).toBe(all.length);
});
