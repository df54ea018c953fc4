import { expect, test, vi } from "vitest";
import { FINDING_KINDS } from "#domain/finding.ts";
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createActorIndex } from "./actors.ts";
import development from "./development/dev.json" with { type: "json" };
import { type LabelledFile, setOfFile } from "./development/labelled-set.ts";
import unfitted from "./development/unfitted.json" with { type: "json" };
import welfare from "./development/welfare.json" with { type: "json" };
import type { Mention } from "./facets.ts";
import { Facts } from "./facts.ts";
import { compare } from "./features.ts";
import { standardLexicon } from "./lexicon.ts";
import { PackedReadings } from "./packed-reading.ts";
import { QuickScores } from "./quick-score.ts";
import { type Reading, readInitiative } from "./reading.ts";
import { bestKind, SHOWN_FROM, scoresOf, WEIGHTS } from "./score.ts";
import type { SynergyInitiative } from "./types.ts";

// Every pair of three sets is compared twice.
vi.setConfig({ testTimeout: 60_000 });

const reader = { lexicon: standardLexicon(), actors: createActorIndex(referenceRegistry()) };
const readings = [development, welfare, unfitted]
  .flatMap((file) => setOfFile(file as unknown as LabelledFile).initiatives)
  .map((initiative) => readInitiative(reader, initiative));

const DRAFT = readings.length;
const facts = new Facts();
for (const [place, reading] of readings.entries()) facts.write(place, reading);

test.each([true, false])(
  "W1 the quick way to a score ends where the long way ends (chains across kommuner: %s)",
  (chainAcrossMunicipalities) => {
    const options = { chainAcrossMunicipalities };
    const quick = new QuickScores(facts, options);
    const places = readings.map((_, place) => place);
    let likely = 0;
    for (const [place, reading] of readings.entries()) {
      const found = new Map(quick.likelyOf(place, places).map((one) => [one.other, one]));
      for (const [other, otherReading] of readings.entries()) {
        const scores = scoresOf(compare(reading, otherReading, options), WEIGHTS);
        const kind = bestKind(scores);
        if (scores[kind] < SHOWN_FROM) expect(found.has(other)).toBe(false);
        else expect(found.get(other)).toEqual({ other, kind: FINDING_KINDS.indexOf(kind), score: scores[kind] });
      }
      likely += found.size;
    }
    expect(likely).toBeGreaterThan(readings.length);
  },
);

test("every feature has the value that the long way gives it, of a draft too", () => {
  const options = { chainAcrossMunicipalities: true };
  const quick = new QuickScores(facts, options);
  for (const [place, reading] of readings.entries()) {
    const other = (place * 7 + 1) % readings.length;
    const features = compare(reading, readings[other] ?? reading, options);
    expect(quick.featuresOf(place, other)).toEqual(features);
    facts.writeDraft(DRAFT, reading);
    expect(quick.featuresOf(DRAFT, other)).toEqual(features);
  }
});

test("the words of a draft that nobody has written are compared by their letters, and forgotten with the next draft", () => {
  const options = { chainAcrossMunicipalities: true };
  const quick = new QuickScores(facts, options);
  const [other] = readings as [Reading];
  for (const title of ["Lommpengejobbet", "Zqx", "Fritidsjobberiet Lommpengejobbet"]) {
    const draft = readInitiative(reader, { ...other.initiative, key: "draft", title, description: "" });
    facts.writeDraft(DRAFT, draft);
    for (const [place, reading] of readings.entries()) {
      expect(quick.featuresOf(DRAFT, place)).toEqual(compare(draft, reading, options));
    }
  }
});

const mentionsOf = (mentions: readonly Mention[]) =>
  mentions.map(({ concept, strength, share, evidence }) => ({ concept, strength, share, evidence }));

/** Everything that a reading says but its initiative; some of it is found out only now. */
const saidBy = ({ facets, targets, actors, phase, links, words, wording, hash }: Reading) => ({
  facets: Object.fromEntries(Object.entries(facets).map(([facet, mentions]) => [facet, mentionsOf(mentions)])),
  targets: mentionsOf(targets),
  words: words.map(({ word, evidence }) => ({ word, evidence })),
  ...{ actors, phase, links, wording, hash },
});

test("a reading that was packed says what it said", () => {
  const packed = new PackedReadings();
  for (const [place, reading] of readings.entries()) packed.write(place, reading);
  for (const [place, reading] of readings.entries()) {
    const { initiative } = packed.reading(place);
    for (const field of Object.keys(reading.initiative) as (keyof SynergyInitiative)[]) {
      expect(initiative[field]).toEqual(reading.initiative[field]);
    }
    expect(saidBy(packed.reading(place))).toEqual(saidBy(reading));
  }
});

test("a reading in hand goes on saying what it said when another takes its place", () => {
  const [first, second] = readings as [Reading, Reading];
  const packed = new PackedReadings();
  packed.write(0, first);
  const { facets } = packed.reading(0);
  packed.write(0, second);
  expect(mentionsOf(facets.means)).toEqual(mentionsOf(first.facets.means));
});
