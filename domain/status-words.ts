/** Words that people write in a status column. */
import type { InitiativeStatus } from "./initiative.ts";

const STATUS_WORDS: readonly (readonly [InitiativeStatus, RegExp])[] = [
  ["clarifying", /afklar|planl|forbered|clarif/],
  ["abandoned", /opgiv|droppet|abandon/],
  ["finished", /afslut|f[aæ]rdig|slut|finish|done/],
  ["scaled", /udbred|skaler|scaled/],
  ["trial", /afpr[øo]v|pr[øo]ve|test|pilot|fors[øo]g|trial/],
  ["running", /drift|i gang|igang|k[øo]rer|implementer|running/],
  ["idea", /^id[eé]|^ny$|idea/],
];

/** The status that a word stands for, or null. */
export function statusOfWord(word: string): InitiativeStatus | null {
  const wanted = word.normalize("NFC").trim().toLowerCase();
  if (wanted === "") return null;
  return STATUS_WORDS.find(([, pattern]) => pattern.test(wanted))?.[0] ?? null;
}
