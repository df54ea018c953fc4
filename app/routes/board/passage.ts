import type { MarkedWords, Stretch } from "#domain/highlight.ts";

/** Letters shown before the first mark, and in all. */
const LEAD = 50;
const LENGTH = 180;

/** The piece of a text around its first mark, cut between words, with the marks that fall into it; null without marks. */
export function passageAround(text: string, marks: readonly Stretch[]): MarkedWords | null {
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
