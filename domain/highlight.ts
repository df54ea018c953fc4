/** Where a text is marked because the check rests on it. */
import type { Evidence, Reason } from "#domain/finding.ts";

export interface Segment {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The places in one field of one side that speak for the finding. */
export const evidenceFor = (reasons: readonly Reason[], side: "a" | "b", field: string): Evidence[] =>
  reasons.filter(({ weight }) => weight > 0).flatMap((reason) => reason[side].filter(([name]) => name === field));

/**
 * Cuts a text into marked and plain stretches. Evidence may overlap, lie in any order and, when the text has been changed
 * since, reach beyond its end.
 */
export function segmentsOf(text: string, evidence: readonly Evidence[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const upTo = (end: number, isMarked: boolean) => {
    if (end <= at) return;
    segments.push({ text: text.slice(at, end), isMarked });
    at = end;
  };
  for (const [, from, to] of evidence.toSorted((x, y) => x[1] - y[1])) {
    upTo(Math.min(from, text.length), false);
    upTo(Math.min(to, text.length), true);
  }
  upTo(text.length, false);
  return segments;
}
