/** How well scores and shown classes agree with the labels. Own scorer; the rules are told in SPEC.md (E1–E4). */
import { FINDING_KINDS, type FindingKind, type Reason, STRENGTHS, type Strength } from "#domain/finding.ts";
import { isWellFounded } from "../explain.ts";

export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  /** A finding kind, or "none". */
  readonly cls: string;
  readonly alt?: string | undefined;
  readonly disputed?: string | undefined;
  readonly pool?: string;
}

export interface JudgedPair {
  readonly pair: LabelledPair;
  readonly scores: Readonly<Record<FindingKind, number>>;
  readonly kind: FindingKind | null;
  readonly strength: Strength;
  readonly reasons: readonly Reason[];
}

export interface Figures {
  readonly ap: Readonly<Record<FindingKind, number>>;
  readonly f1: Readonly<Record<FindingKind, number>>;
  readonly macroAP: number;
  readonly macroF1: number;
  /** Each pair has one class, "none" among them. */
  readonly fiveClassF1: number;
  /** Pairs that somebody judged to be nothing although their words are alike, and that are not shown. */
  readonly hardNegativesKept: number;
  /** Shown pairs with two reasons for them that can be pointed at in both. */
  readonly wellFounded: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ties count against the method: among equal scores the negatives come first; a score of 0 finds nothing. */
export function averagePrecision(rows: readonly { score: number; positive: boolean }[]): number {
  const sorted = [...rows].sort((a, b) => b.score - a.score || Number(a.positive) - Number(b.positive));
  let hits = 0;
  let sum = 0;
  for (const [index, { score, positive }] of sorted.entries()) {
    if (!positive) continue;
    hits += 1;
    if (score > 0) sum += hits / (index + 1);
  }
  return hits === 0 ? Number.NaN : sum / hits;
}

export function f1Of(rows: readonly { said: boolean; is: boolean }[]): number {
  const hits = rows.filter(({ said, is }) => said && is).length;
  const wrong = rows.filter(({ said, is }) => said !== is).length;
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
}

const share = <T>(rows: readonly T[], holds: (row: T) => boolean): number =>
  mean(rows.map((row) => Number(holds(row))));

/** Disputed pairs count in no figure; a pair whose second acceptable class is the one in question is left out of it. */
export function figuresOf(all: readonly JudgedPair[]): Figures {
  const judged = all.filter(({ pair }) => pair.disputed === undefined);
  const ap = {} as Record<FindingKind, number>;
  const f1 = {} as Record<FindingKind, number>;
  for (const kind of FINDING_KINDS) {
    const rows = judged.filter(({ pair }) => pair.cls === kind || pair.alt !== kind);
    ap[kind] = averagePrecision(rows.map(({ pair, scores }) => ({ score: scores[kind], positive: pair.cls === kind })));
    f1[kind] = f1Of(rows.map((row) => ({ said: row.kind === kind, is: row.pair.cls === kind })));
  }
  const ofFive = [...FINDING_KINDS, "none"].map((cls) =>
    f1Of(judged.map(({ pair, kind }) => ({ said: (kind ?? "none") === cls, is: pair.cls === cls }))),
  );
  const hardNegatives = judged.filter(({ pair: { cls, alt, pool } }) => cls === "none" && !alt && pool === "judged");
  const shown = judged.filter(({ kind }) => kind !== null);
  return {
    ap,
    f1,
    macroAP: mean(Object.values(ap)),
    macroF1: mean(Object.values(f1)),
    fiveClassF1: mean(ofFive),
    hardNegativesKept: share(hardNegatives, ({ kind }) => kind === null),
    wellFounded: share(shown, ({ reasons }) => isWellFounded(reasons)),
  };
}

export interface Reliability {
  readonly strength: Strength;
  readonly shown: number;
  /** Of those the share that is what it is shown as. */
  readonly right: number;
}

/** Whether "strong" is right more often than "weak", and how often; by the rules of the figures. */
export const reliabilityOf = (judged: readonly JudgedPair[]): readonly Reliability[] =>
  STRENGTHS.map((strength) => {
    const shown = judged.filter(
      (one) =>
        one.strength === strength &&
        one.kind !== null &&
        one.pair.disputed === undefined &&
        (one.pair.cls === one.kind || one.pair.alt !== one.kind),
    );
    return { strength, shown: shown.length, right: share(shown, ({ pair, kind }) => pair.cls === kind) };
  });

export interface Ranked {
  readonly id: string;
  /** All others with how related they are said to be, and whether they are. */
  readonly others: readonly { score: number; positive: boolean }[];
}

/** For each initiative that has a related one: how early the related ones come among all others. */
export function rankingOf(ranked: readonly Ranked[]): { meanAP: number; recallAt5: number } {
  const withRelated = ranked.filter(({ others }) => others.some((other) => other.positive));
  const recalls = withRelated.map(({ others }) => {
    const wanted = others.filter((other) => other.positive).length;
    const first = [...others].sort((a, b) => b.score - a.score || Number(a.positive) - Number(b.positive)).slice(0, 5);
    return first.filter(({ score, positive }) => positive && score > 0).length / Math.min(5, wanted);
  });
  return { meanAP: mean(withRelated.map(({ others }) => averagePrecision(others))), recallAt5: mean(recalls) };
}
