/** How people who write in a hurry shorten this field's words; the data is `lexicon/abbreviations.json` (SPEC.md T5). */
import abbreviations from "./lexicon/abbreviations.json" with { type: "json" };

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(abbreviations.words));
const ENDS = Object.entries(abbreviations.ends);
const POINTS: ReadonlySet<string> = new Set(abbreviations.points);

/** The word in full: "medarb" is "medarbejdere", "sygeplejestud" "sygeplejestuderende"; what is no abbreviation stays. Folded, both ways. */
export function spelledOut(word: string): string {
  const whole = WORDS.get(word);
  if (whole !== undefined) return whole;
  const end = ENDS.find(([short]) => word.endsWith(short));
  return end === undefined ? word : word.slice(0, -end[0].length) + end[1];
}

/** A point after it, or after a single letter, never ends a sentence ("pr. uge", "m. løn"). Folded. */
export const keepsPoint = (word: string): boolean => word.length === 1 || POINTS.has(word);
