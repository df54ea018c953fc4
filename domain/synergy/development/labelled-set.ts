/** A file of labelled pairs, and the same file as people in a hurry would have written it. */
import { type FileInitiative, initiativeOfFile } from "../initiative-file.ts";
import type { SynergyInitiative } from "../types.ts";
import type { LabelledPair } from "./metrics.ts";

export interface LabelledFile {
  readonly initiatives: readonly FileInitiative[];
  readonly pairs: readonly LabelledPair[];
}

export interface LabelledSet {
  readonly initiatives: readonly SynergyInitiative[];
  readonly pairs: readonly LabelledPair[];
}

export const setOfFile = ({ initiatives, pairs }: LabelledFile): LabelledSet => ({
  initiatives: initiatives.map(initiativeOfFile),
  pairs,
});

/** Nobody has tagged anything. */
export const withoutTags = (file: LabelledFile): LabelledFile => ({
  ...file,
  initiatives: file.initiatives.map((row) => ({ ...row, professions: [], theme: "", activity: "" })),
});

/** Two neighbouring letters are swapped in every eighth word; which two follows from the word, so each run is the same. */
export const withTypos = (file: LabelledFile): LabelledFile => ({
  ...file,
  initiatives: file.initiatives.map((row) => ({
    ...row,
    title: misspelt(row.title),
    description: misspelt(row.description),
  })),
});

const WORDS_APART = 8;
const FIRST_WORD = 3;
const SHORTEST_WORD = 5;

function misspelt(text: string): string {
  const words = text.split(" ").map((word, index) => {
    if (index % WORDS_APART !== FIRST_WORD || word.length < SHORTEST_WORD) return word;
    const at = 1 + ((word.length * 7 + index) % (word.length - 2));
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
  return words.join(" ");
}
