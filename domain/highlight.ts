/** Where a text is marked because the check rests on it. */
import { type Evidence, type Reason, speakingFor } from "#domain/finding.ts";

/** A stretch of a text, `[from, to)` in UTF-16 units. */
export type Stretch = readonly [from: number, to: number];

/** A text and what is marked in it: the stretches may overlap and come in any order. */
export interface MarkedWords {
  readonly text: string;
  readonly marks: readonly Stretch[];
}

export interface Segment {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The stretches of one field among pieces of evidence. */
export const stretchesIn = (evidence: readonly Evidence[], wanted: string): Stretch[] =>
  evidence.flatMap(([field, from, to]) => (field === wanted ? [[from, to] as const] : []));

/** What speaks for a finding in the words of one side. */
export const evidenceOf = (reasons: readonly Reason[], side: "a" | "b"): Evidence[] =>
  speakingFor(reasons).flatMap((reason) => reason[side]);

/** An initiative's text, as far as evidence points into it. */
export interface ReadText {
  readonly title: string;
  readonly description: string;
}

/** From so many letters on one sees that words begin or end as one; five at the end also have "intern" and "ekstern". */
const SEEN_IN_COMMON = { beginning: 5, end: 6 };

/** The words that a reason pairs and of which one sees that they belong together: words of one sense need not look alike. */
export function alikeWords({ a, b }: Reason, [inA, inB]: readonly [ReadText, ReadText]): [a: string, b: string][] {
  return a.flatMap((evidence, at) => {
    const other = b[at];
    const words: [string, string] | null = other === undefined ? null : [wordAt(evidence, inA), wordAt(other, inB)];
    return words !== null && lookAlike(words[0].toLowerCase(), words[1].toLowerCase()) ? [words] : [];
  });
}

const wordAt = ([field, from, to]: Evidence, { title, description }: ReadText): string =>
  field === "title" || field === "description" ? { title, description }[field].slice(from, to) : "";

function lookAlike(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  const { beginning, end } = SEEN_IN_COMMON;
  const shortest = Math.min(a.length, b.length);
  if (shortest >= beginning && a.slice(0, beginning) === b.slice(0, beginning)) return true;
  return a === b || (shortest >= end && a.slice(-end) === b.slice(-end));
}

/**
 * Cuts a text into marked and plain stretches. When the text has been changed since, marks may reach beyond its end.
 */
export function segmentsOf({ text, marks }: MarkedWords): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const upTo = (end: number, isMarked: boolean) => {
    if (end <= at) return;
    segments.push({ text: text.slice(at, end), isMarked });
    at = end;
  };
  for (const [from, to] of joined(marks, text.length)) {
    upTo(from, false);
    upTo(to, true);
  }
  upTo(text.length, false);
  return segments;
}

/** Sorted, within the text, and without overlap. */
function joined(marks: readonly Stretch[], length: number): Stretch[] {
  const rest: [number, number][] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(0, start);
    const to = Math.min(length, end);
    const last = rest.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) rest.push([from, to]);
  }
  return rest;
}
