/**
 * What was not suggested although its words are much the same, and why not: shows that the check reads more than words, and
 * lets people object (SPEC.md N1).
 */
import type { Evidence, FindingKind, Reason } from "#domain/finding.ts";
import { explain } from "./explain.ts";
import { type CompareOptions, compare, type Feature, type Features } from "./features.ts";
import { judgePair, ordered } from "./judge.ts";
import type { Reading } from "./reading.ts";
import { bestKind, scoresOf, WEIGHTS } from "./score.ts";
import { wordsInCommon } from "./words.ts";

export interface PassedOver {
  /** The initiative that was asked for. */
  readonly a: string;
  readonly b: string;
  /** What the pair would have been, had nothing spoken against it. */
  readonly kind: FindingKind;
  /** Where the words that recur stand in both. */
  readonly words: { readonly a: readonly Evidence[]; readonly b: readonly Evidence[] };
  /** What speaks against it, the weightiest first. */
  readonly against: readonly Reason[];
}

/** What can be said in so many words when words alone are not enough; a phase is nothing to object to. */
const TELLING: ReadonlySet<string> = new Set<Feature>([
  "differentTarget",
  "differentStaff",
  "differentMeans",
  "packageAgainstMeasure",
]);
const WORDS_SHOWN = 3;
/** Texts that have less in common are no surprise. */
const LEAST_LIKENESS = 0.15;
/** So many of the likest are asked; the rest have little to show. */
const ASKED = 20;

const wording = ({ sameMeans, similarText }: Features): number => sameMeans + similarText;

interface Likeness {
  readonly other: Reading;
  readonly features: Features;
}

function kindOf(features: Features): FindingKind {
  const scores = scoresOf(features, WEIGHTS);
  const kind = bestKind(scores);
  if (scores[kind] > 0 && (kind === "overlap" || kind === "learn-from")) return kind;
  return features.differentPhase > 0 ? "learn-from" : "overlap";
}

function reasonsAgainst(one: Reading, { other, features }: Likeness, kind: FindingKind): readonly Reason[] {
  const reasons = explain(one, other, { features, kind, weights: WEIGHTS });
  return reasons.filter(({ code, weight }) => weight < 0 && TELLING.has(code));
}

/** Among the given others the one with the likest words that is not shown; null when nothing is surprising. */
export function passedOver(one: Reading, others: readonly Reading[], options: CompareOptions): PassedOver | null {
  const likest = others
    .map((other) => ({ other, features: compare(...ordered(one, other), options) }))
    .filter(({ features }) => wording(features) >= LEAST_LIKENESS)
    .sort(
      (x, y) => wording(y.features) - wording(x.features) || (x.other.initiative.key < y.other.initiative.key ? -1 : 1),
    )
    .slice(0, ASKED);
  for (const likeness of likest) {
    const { other, features } = likeness;
    const kind = kindOf(features);
    const against = reasonsAgainst(one, likeness, kind);
    const words = wordsInCommon(one.words, other.words, WORDS_SHOWN);
    if (against.length === 0 || words.length === 0 || judgePair(one, other, options).kind !== null) continue;
    return {
      a: one.initiative.key,
      b: other.initiative.key,
      kind,
      words: { a: words.map((pair) => pair.a.evidence), b: words.map((pair) => pair.b.evidence) },
      against,
    };
  }
  return null;
}
