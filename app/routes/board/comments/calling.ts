/** "@hol" before the caret: who is meant, and the text with the name in its place. */

import type { Mentionable } from "#domain/comment.ts";
import { fold } from "#domain/fold.ts";

export interface Called {
  /** Where the "@" stands. */
  readonly from: number;
  readonly to: number;
  /** What stands after it. */
  readonly text: string;
}

/** A name is found by at most this much of it, and may have a space and a comma in it. */
const LONGEST = 40;
const SHOWN = 8;

/** Null when the caret stands in no call. An "@" inside a word is an address. */
export function callAt(text: string, caret: number): Called | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from === -1 || caret - from > LONGEST || /[\p{L}\p{N}]/u.test(text[from - 1] ?? " ")) return null;
  const called = text.slice(from + 1, caret);
  return called.includes("\n") ? null : { from, to: caret, text: called };
}

/** Those whose name, or a word of it, begins so. */
export function suggestions(mentionables: readonly Mentionable[], called: string): Mentionable[] {
  const wanted = fold(called.trim());
  return mentionables
    .filter(({ name }) => {
      const folded = fold(name);
      return folded.startsWith(wanted) || folded.split(/[\s,]+/).some((word) => word.startsWith(wanted));
    })
    .slice(0, SHOWN);
}

export function withCalled(text: string, { from, to }: Called, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(to).replace(/^ /, ""), caret: before.length };
}
