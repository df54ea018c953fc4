/** A one-line title: what may stand in it, and where the caret is while others write in it too. */
import { simpleDiffString } from "lib0/diff";
import { TITLE_PAGE_LIMIT } from "#domain/initiative.ts";

export interface TypedText {
  readonly text: string;
  /** Where the caret stands, UTF-16 units. */
  readonly caret: number;
}

/**
 * One line, in composed form: a line break becomes a space, a decomposed å one letter, and control characters and the
 * invisible marks that come with text from Word go. The caret stays behind the same letter.
 */
export function cleanTitle({ text, caret }: TypedText): TypedText {
  return { text: clean(text), caret: clean(text.slice(0, caret)).length };
}

const clean = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n|[\r\n\t\u2028\u2029\u00a0]/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u00ad\u200b\ufeff]/g, "");

/**
 * Where a caret stands after somebody else turned `before` into `after`: what they typed before it pushes it on, what they
 * typed behind it does nothing.
 */
export function caretAfter(caret: number, before: string, after: string): number {
  const { index, remove, insert } = simpleDiffString(before, after);
  if (caret <= index) return caret;
  return Math.max(index, caret - remove) + insert.length;
}

export const isTooLong = (title: string): boolean => title.length > TITLE_PAGE_LIMIT;

/** What fits the title, cut between two words where there is one near the end, and what is left for the description. */
export function splitTitle(text: string): { title: string; rest: string } {
  const whole = text.trim();
  if (!isTooLong(whole)) return { title: whole, rest: "" };
  const space = whole.lastIndexOf(" ", TITLE_PAGE_LIMIT);
  const cut = space > TITLE_PAGE_LIMIT / 2 ? space : wholeLetters(whole, TITLE_PAGE_LIMIT);
  return { title: whole.slice(0, cut).trim(), rest: whole.slice(cut).trim() };
}

/** Never between the halves of an emoji. */
const wholeLetters = (text: string, at: number): number => (/[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at);
