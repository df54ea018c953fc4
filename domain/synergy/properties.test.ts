/** What holds for every pair, tried on the texts of three sets and on a few hundred pairs of them. */
import { expect, test, vi } from "vitest";
import { FINDING_KINDS } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex } from "./actors.ts";
import development from "./development/dev.json" with { type: "json" };
import { type LabelledFile, setOfFile } from "./development/labelled-set.ts";
import unfitted from "./development/unfitted.json" with { type: "json" };
import welfare from "./development/welfare.json" with { type: "json" };
import { createEngine } from "./engine.ts";
import { isWellFounded } from "./explain.ts";
import { judgePair } from "./judge.ts";
import { standardLexicon } from "./lexicon.ts";
import { type Reading, readInitiative } from "./reading.ts";
import type { SynergyInitiative, SynergyPair } from "./types.ts";

// Each of these reads or judges hundreds of texts.
vi.setConfig({ testTimeout: 60_000 });

const OPTIONS = { chainAcrossMunicipalities: true };
const reader = { lexicon: standardLexicon(), actors: createActorIndex(referenceRegistry()) };
const initiatives = [development, welfare, unfitted].flatMap(
  (file) => setOfFile(file as unknown as LabelledFile).initiatives,
);

/** Every initiative with others at steps that share no divisor with their number, so that all kinds of pairs come up. */
const STEPS = [1, 7, 53];
const pairs = STEPS.flatMap((step) =>
  initiatives.map(
    (a, index) => [a, initiatives[(index + step) % initiatives.length]] as [SynergyInitiative, SynergyInitiative],
  ),
);
const known = new WeakMap<SynergyInitiative, Reading>();
function read(initiative: SynergyInitiative): Reading {
  const reading = known.get(initiative) ?? readInitiative(reader, initiative);
  known.set(initiative, reading);
  return reading;
}
const judge = (a: SynergyInitiative, b: SynergyInitiative): SynergyPair => judgePair(read(a), read(b), OPTIONS);

test("W2 a pair is the same from both sides", () => {
  for (const [a, b] of pairs) expect(judge(b, a)).toEqual(judge(a, b));
});

test("the same texts give the same answer, also to an engine that has read others before", () => {
  const fresh = () => {
    const engine = createEngine({ registry: referenceRegistry(), ...OPTIONS });
    for (const one of initiatives.slice(0, 60)) engine.add(one);
    return engine;
  };
  const used = fresh();
  for (const one of initiatives.slice(60, 90)) used.upsert(one);
  for (const one of initiatives.slice(60, 90)) used.remove(one.key);
  expect([...used.checkAll()]).toEqual([...fresh().checkAll()]);
});

test("W1 R1 the reasons of every pair add up to its score", () => {
  for (const [a, b] of pairs) {
    const { kind, scores, reasons } = judge(a, b);
    if (kind === null) continue;
    const sum = reasons.reduce((total, { weight }) => total + weight, 0);
    expect(Math.max(0, sum)).toBeCloseTo(scores[kind], 6);
  }
});

test("R2 whatever is shown has two reasons that can be pointed at in both", () => {
  for (const [a, b] of pairs) {
    const { kind, reasons } = judge(a, b);
    if (kind !== null) expect(isWellFounded(reasons)).toBe(true);
  }
});

test("evidence lies within the text that it points at", () => {
  for (const [a, b] of pairs) {
    const pair = judge(a, b);
    const [left, right] = pair.a === a.key ? [a, b] : [b, a];
    for (const reason of pair.reasons) {
      for (const [initiative, places] of [
        [left, reason.a],
        [right, reason.b],
      ] as const) {
        for (const [field, from, to] of places) {
          if (field !== "title" && field !== "description") continue;
          expect(from < to && to <= initiative[field].length).toBe(true);
        }
      }
    }
  }
});

test("W5 more evidence for a kind never takes points from it", () => {
  const actor = { id: null, name: "SOSU Kysten", type: null };
  const more = ([a, b]: [SynergyInitiative, SynergyInitiative], tags: Partial<SynergyInitiative>) =>
    judge({ ...a, ...tags }, { ...b, ...tags }).scores;
  for (const pair of pairs.filter((_, index) => index % 4 === 0)) {
    const [a, b] = pair;
    const before = judge(a, b).scores;
    const themes = more(pair, { themes: ["tiltraekning"] });
    const neither = judge({ ...a, themes: [] }, { ...b, themes: [] }).scores;
    for (const kind of FINDING_KINDS) expect(themes[kind]).toBeGreaterThanOrEqual(neither[kind]);
    const withActor = judge({ ...a, actors: [...a.actors, actor] }, { ...b, actors: [...b.actors, actor] }).scores;
    expect(withActor["shared-actor"]).toBeGreaterThanOrEqual(before["shared-actor"]);
  }
});

test("W4 an unrelated new initiative changes no label", () => {
  const engine = createEngine({ registry: referenceRegistry(), ...OPTIONS });
  for (const one of initiatives) engine.add(one);
  for (const _ of engine.compareAll());
  const unrelated = { ...(initiatives[0] as SynergyInitiative), key: "new", municipality: "Ny", actors: [] };
  const { changed, gone } = engine.upsert({
    ...unrelated,
    title: "Ny kystsikring ved havnen",
    description: "Digerne hæves en halv meter.",
    professions: [],
    themes: [],
    activities: [],
    departments: [],
  });
  expect({ changed, gone }).toEqual({ changed: [], gone: [] });
});
