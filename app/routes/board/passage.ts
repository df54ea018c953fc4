import type { Evidence } from "#domain/finding.ts";
import type { Passage, Stretch } from "./board-data.ts";

/** Letters shown before the first mark, and in all. */
const LEAD = 50;
const LENGTH = 180;

/** The stretches of one field among pieces of evidence. */
export const stretchesIn = (evidence: readonly Evidence[], wanted: string): Stretch[] =>
  evidence.flatMap(([field, from, to]) => (field === wanted ? [[from, to] as const] : []));

/** The piece of a text around its first mark, cut between words, with the marks that fall into it; null without marks. */
export function passageAround(text: string, marks: readonly Stretch[]): Passage | null {
  const first = Math.min(...marks.map(([from]) => from));
  if (!Number.isFinite(first)) return null;
  const start = first <= LEAD ? 0 : text.indexOf(" ", first - LEAD) + 1;
  const space = text.lastIndexOf(" ", start + LENGTH);
  const end = start + LENGTH >= text.length ? text.length : Math.max(space, start + 1);
  const lead = start > 0 ? "… " : "";
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end).replaceAll("\n", " ")}${end < text.length ? " …" : ""}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift] as const),
  };
}
