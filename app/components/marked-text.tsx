import type { ReactNode } from "react";

/** A stretch of a text, `[from, to)` in UTF-16 units. */
export type Stretch = readonly [from: number, to: number];

export interface MarkedTextProps {
  readonly text: string;
  /** May overlap and come in any order. */
  readonly marks: readonly Stretch[];
}

/** A text with some of its stretches marked: what a reason goes by. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  let at = 0;
  const parts: ReactNode[] = [];
  for (const [from, to] of joined(marks, text.length)) {
    parts.push(
      text.slice(at, from),
      <mark key={from} className="rounded-[3px] bg-amber-bright/40 text-inherit">
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...parts, text.slice(at)];
}

/** Sorted, within the text, and without overlap. */
function joined(marks: readonly Stretch[], length: number): Stretch[] {
  const rest: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(0, start);
    const to = Math.min(length, end);
    const last = rest.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) rest.push([from, to]);
  }
  return rest;
}
