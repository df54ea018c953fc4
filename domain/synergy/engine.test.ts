import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Evidence } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import development from "./development/dev.json" with { type: "json" };
import { createEngine, type Engine } from "./engine.ts";
import { initiativeOfFile } from "./initiative-file.ts";
import { anInitiative } from "./initiative-fixture.ts";
import type { SynergyInitiative, SynergyPair } from "./types.ts";

const registry = referenceRegistry();
const ALL = development.initiatives.map(initiativeOfFile);
const newEngine = () => createEngine({ registry, chainAcrossMunicipalities: true });

const filled = (initiatives: readonly SynergyInitiative[]): Engine => {
  const engine = newEngine();
  for (const initiative of initiatives) engine.add(initiative);
  return engine;
};
const nameOf = ({ a, b }: Pick<SynergyPair, "a" | "b">) => `${a} ${b}`;
const byName = (pairs: Iterable<SynergyPair>) => new Map([...pairs].map((pair) => [nameOf(pair), pair]));
const shownOf = (engine: Engine) => new Map([...byName(engine.checkAll())].filter(([, { kind }]) => kind !== null));

const someOf = fc.shuffledSubarray(ALL, { minLength: 5, maxLength: 25 });
// Each run fills an engine or two.
vi.setConfig({ testTimeout: 30_000 });
const RUNS = { numRuns: 10 };

function textOf(initiative: SynergyInitiative, field: string): string {
  const [list = "", index] = field.split(".");
  const value = initiative[list as keyof SynergyInitiative];
  if (index === undefined) return String(value);
  const item = (value as readonly (string | { name: string })[])[Number(index)] ?? "";
  return typeof item === "string" ? item : item.name;
}

test("W2 the order in which initiatives come makes no difference", () => {
  fc.assert(
    fc.property(someOf, (some) => {
      expect(byName(filled(some).checkAll())).toEqual(byName(filled([...some].reverse()).checkAll()));
    }),
    RUNS,
  );
});

test("the same initiatives give the same answer twice", () => {
  expect([...filled(ALL).checkAll()]).toEqual([...filled(ALL).checkAll()]);
});

test("W4 adding an initiative changes nothing about others", () => {
  fc.assert(
    fc.property(someOf, fc.constantFrom(...ALL), (some, other) => {
      const before = byName(filled(some).checkAll());
      const after = byName(filled([...some, { ...other, key: "new" }]).checkAll());
      for (const [name, pair] of before) expect(after.get(name)).toEqual(pair);
    }),
    RUNS,
  );
});

test("W1 R1 the reasons of every shown pair add up to its score", () => {
  for (const { kind, scores, reasons } of shownOf(filled(ALL)).values()) {
    const sum = reasons.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(scores[kind ?? "overlap"], 6);
  }
});

test("R2 every shown pair has two reasons for it with evidence in both", () => {
  const shown = shownOf(filled(ALL));
  expect(shown.size).toBeGreaterThan(100);
  for (const { reasons } of shown.values()) {
    const founded = reasons.filter(({ weight, a, b }) => weight > 0 && a.length > 0 && b.length > 0);
    expect(founded.length).toBeGreaterThanOrEqual(2);
  }
});

test("R1 all evidence lies within the field it names", () => {
  const byKey = new Map(ALL.map((initiative) => [initiative.key, initiative]));
  const within = (key: string, evidence: readonly Evidence[]) => {
    for (const [field, from, to] of evidence) {
      const text = textOf(byKey.get(key) ?? anInitiative(), field);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to, `${key} ${field}`).toBeGreaterThan(from);
      expect(to, `${key} ${field}`).toBeLessThanOrEqual(text.length);
    }
  };
  for (const pair of filled(ALL).checkAll()) {
    for (const reason of pair.reasons) {
      within(pair.a, reason.a);
      within(pair.b, reason.b);
    }
  }
});

test("R1 evidence of any text, however written, lies within it", () => {
  const pieces = fc.constantFrom(
    "Fritidsjob",
    "på",
    "plejehjem",
    "🙂",
    "ÅRIGE",
    "é",
    ".",
    "\n",
    "  ",
    "ikke",
    "9. kl.",
    "—",
  );
  const text = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, text, fc.boolean(), (title, description, decomposed) => {
      const form = decomposed ? "NFD" : "NFC";
      const odd = anInitiative({ key: "odd", title: title.normalize(form), description: description.normalize(form) });
      const engine = filled([
        odd,
        anInitiative({ key: "plain", municipality: "Vejle", title: "Fritidsjob på plejehjem" }),
      ]);
      for (const { reasons } of engine.checkAll()) {
        for (const [field, from, to] of reasons.flatMap(({ a }) => a)) {
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(textOf(odd, field).length);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test("R1 reasons tell what speaks against, too", () => {
  const against = [...shownOf(filled(ALL)).values()]
    .flatMap(({ reasons }) => reasons)
    .filter(({ weight }) => weight < 0);
  expect(new Set(against.map(({ code }) => code)).size).toBeGreaterThan(0);
});

test("K4 a new status is no new text; a new word or tag is", () => {
  const hashOf = (over: Partial<SynergyInitiative>) => {
    const one = anInitiative({ key: "a", title: "Fritidsjob for unge", status: "running", ...over });
    const engine = filled([one, anInitiative({ key: "b", title: "Fritidsjob for unge", status: "running" })]);
    return [...engine.checkAll()][0]?.aHash;
  };
  expect(hashOf({ status: "finished" })).toBe(hashOf({}));
  expect(hashOf({ title: "Fritidsjob for mange unge" })).not.toBe(hashOf({}));
  expect(hashOf({ themes: ["image"] })).not.toBe(hashOf({}));
  expect(hashOf({ professions: ["laege", "leder"] })).toBe(hashOf({ professions: ["leder", "laege"] }));
});

test("a draft finds what it is like and is not kept", () => {
  const engine = filled(ALL);
  const draft = anInitiative({
    key: "draft",
    title: "Lommepengejob på plejecenter",
    description: "Unge fra 9. klasse.",
    status: "idea",
  });
  const found = engine.similar(draft, { limit: 3, accepts: () => true });
  expect(found).toHaveLength(3);
  expect(found.every(({ a, kind }) => a === "draft" && kind !== null)).toBe(true);
  expect(engine.size).toBe(ALL.length);
  expect([...engine.checkAll()].some(({ a, b }) => a === "draft" || b === "draft")).toBe(false);
});

test("a draft of a stored initiative is not its own match, and refused ones stay out", () => {
  const engine = filled(ALL);
  const [first = anInitiative()] = ALL;
  expect(engine.similar(first, { limit: 50, accepts: () => true }).map(({ b }) => b)).not.toContain(first.key);
  expect(engine.similar(first, { limit: 50, accepts: () => false })).toEqual([]);
});

test("what a draft is told equals what it would be shown as, seen from its side", () => {
  const engine = filled(ALL);
  const shown = shownOf(engine);
  for (const draft of ALL.slice(0, 20)) {
    for (const { a, b, kind, reasons } of engine.similar(draft, { limit: 50, accepts: () => true })) {
      const stored = shown.get([a, b].sort().join(" "));
      expect(stored?.kind).toBe(kind);
      const evidence = stored?.reasons.map((reason) => (a < b ? reason.a : reason.b));
      expect(reasons.map((reason) => reason.a)).toEqual(evidence);
    }
  }
});

test("A4 a changed registry changes only the pairs of those whose actors mean others now", () => {
  const engine = newEngine();
  for (const initiative of ALL) engine.upsert(initiative);
  expect(engine.setRegistry(registry)).toEqual({ changed: [], gone: [] });
  const without = new Map([...registry].filter(([id]) => id !== "zbc"));
  const { changed, gone } = engine.setRegistry(without);
  const names = new Set(
    ALL.filter(({ actors }) => actors.some(({ name }) => name === "SOSU Sjælland")).map(({ key }) => key),
  );
  for (const [a, b] of [...gone, ...changed.map((pair) => [pair.a, pair.b] as const)])
    expect(names.has(a) || names.has(b)).toBe(true);
});
