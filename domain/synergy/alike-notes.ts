/**
 * Which notes say much the same, and what it is that they share: suggestions for groups. A set is made of what its notes share, never
 * of likeness alone, so that the reason can always be told in words.
 */
import type { LabelledFacet } from "./concept-label.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import { matchText } from "./match.ts";
import { stem, type Token, tokenise } from "./normalise.ts";
import { SENSES } from "./senses.ts";
import { likeness, type Wording, wordingOf, wordWeight } from "./similarity.ts";
import { contentWords, type Word } from "./words.ts";

export interface NoteText {
  readonly id: string;
  readonly text: string;
  /** The heading under which it stands: notes of different ones are kept apart. */
  readonly part: string | null;
}

export interface AlikeNotes {
  readonly noteIds: readonly string[];
  /** What the lexicon knows them all to be about; null when only words tell. */
  readonly concept: { readonly facet: LabelledFacet; readonly id: string } | null;
  /** Words that make them alike, as they stand in the notes: the same in all, or of one sense. */
  readonly words: readonly string[];
}

interface ReadNote {
  readonly id: string;
  readonly concepts: ReadonlySet<Concept>;
  readonly words: readonly { readonly word: Word; readonly written: string }[];
  readonly wording: Wording;
}

/** Something that a note says and others may say too. */
interface Trait {
  readonly key: string;
  readonly weight: number;
  readonly concept: AlikeNotes["concept"];
  /** Notes that say it in different words are alike by those. */
  readonly senseId: string | null;
}

interface Shared extends Trait {
  readonly notes: ReadNote[];
}

/** How much it tells that two notes are about the same: what is done tells more than whom it is for. */
const FACET_WEIGHTS = { means: 1.6, aim: 0.8, target: 0.5, staff: 0.4, place: 0.4 } as const;
const WORD_WEIGHT = 0.7;
/** What more than this share of the notes say is what they were asked about. */
const LARGEST_SHARE = 0.4;
const LARGEST_OF_FEW = 4;
/** Below it sets are made of one word in passing: tried on barriers and on titles of the development sets. */
const LEAST_SCORE = 0.6;
const COMPARED = 4;
const MOST_SETS = 60;
const WORDS_TOLD = 3;
const SHORTEST_PART = 3;
/** Words of a complaint or a wish: they do not say what it is about. */
const HOLLOW: ReadonlySet<string> = new Set(
  "ingen intet aldrig mangler manglende mangel savner svært dårlig dårligt tager folk mennesker kort lang lav høj stor lille lidt brug nok"
    .split(" ")
    .map(stem),
);

/** Sets of two notes or more, part by part, those with most in common first. A note may be in several. */
export function alikeNotes(lexicon: Lexicon, notes: readonly NoteText[]): AlikeNotes[] {
  const parts = new Set(notes.map(({ part }) => part));
  return [...parts].flatMap((name) =>
    alikeInPart(
      lexicon,
      notes.filter(({ part }) => part === name),
    ),
  );
}

/** Whether every word of a concept's label that tells something is said in the texts: the label may be narrower than they are. */
export function isSaidIn(texts: readonly string[], label: string): boolean {
  const stemsOf = (text: string) =>
    tokenise(text)
      .filter(isTold)
      .map(({ text: written }) => stem(written));
  const said = texts.flatMap(stemsOf);
  return stemsOf(label).every((part) => said.some((each) => shareAPart(each, part)));
}

function alikeInPart(lexicon: Lexicon, notes: readonly NoteText[]): AlikeNotes[] {
  const largest = Math.max(LARGEST_OF_FEW, Math.floor(notes.length * LARGEST_SHARE));
  const scored = sharedIn(notes.map((note) => readNote(lexicon, note)))
    .filter(({ notes: all }) => all.length >= 2 && all.length <= largest)
    .map((shared) => ({ shared, score: scoreOf(shared) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
  const sets = new Map<string, Shared>();
  for (const { shared } of scored) {
    const key = shared.notes.map(({ id }) => id).join(" ");
    if (!sets.has(key)) sets.set(key, shared);
  }
  return [...sets.values()].slice(0, MOST_SETS).map((shared) => ({
    noteIds: shared.notes.map(({ id }) => id),
    concept: shared.concept,
    words: shared.senseId === null ? wordsOfAll(shared.notes) : wordsOfSense(shared.notes, shared.senseId),
  }));
}

function readNote(lexicon: Lexicon, { id, text }: NoteText): ReadNote {
  const tokens = tokenise(text);
  const words = contentWords([{ name: "title", tokens: tokens.filter(isTold) }], SENSES);
  return {
    id,
    concepts: new Set(matchText(lexicon, tokens).map(({ concept }) => concept)),
    words: words.map(({ word, evidence: [, from, to] }) => ({ word, written: text.slice(from, to).toLowerCase() })),
    wording: wordingOf(tokens, SENSES),
  };
}

const isTold = ({ text }: Token): boolean => wordWeight(text) > 0 && !HOLLOW.has(stem(text));

function sharedIn(notes: readonly ReadNote[]): Shared[] {
  const all = new Map<string, Shared>();
  for (const note of notes) {
    for (const trait of traitsOf(note)) {
      const shared = all.get(trait.key) ?? { ...trait, notes: [] };
      if (shared.notes.at(-1) !== note) shared.notes.push(note);
      all.set(trait.key, shared);
    }
  }
  return [...all.values()];
}

function traitsOf({ concepts, words }: ReadNote): Trait[] {
  const known = [...concepts].flatMap(({ facet, id, weight }) =>
    facet === "phase"
      ? []
      : [{ key: `${facet}/${id}`, weight: FACET_WEIGHTS[facet] * weight, concept: { facet, id }, senseId: null }],
  );
  const written = words.filter(({ word }) => word.isTelling).map(({ word }) => ofWord(word.stem, WORD_WEIGHT, null));
  const meant = words.flatMap(({ word }) => word.senses.map(({ id, weight }) => ofWord(id, WORD_WEIGHT * weight, id)));
  return [...known, ...written, ...meant];
}

const ofWord = (name: string, weight: number, senseId: string | null): Trait => ({
  key: `${senseId === null ? "word" : "sense"}/${name}`,
  weight,
  concept: null,
  senseId,
});

/** What they share counts for more the more alike the texts are otherwise, and the more notes it brings together. */
const scoreOf = ({ weight, notes }: Shared): number =>
  weight * (0.25 + meanLikeness(notes)) * Math.log2(1 + notes.length);

/** Over every two of a small set; in a large one each is compared with a few only. */
function meanLikeness(notes: readonly ReadNote[]): number {
  const pairs = notes.flatMap((a, at) =>
    notes.slice(at + 1, at + 1 + COMPARED).map((b) => likeness(a.wording, b.wording)),
  );
  return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}

function wordsOfAll([first, ...others]: readonly ReadNote[]): string[] {
  const told = new Map<string, string>();
  for (const each of first?.words ?? []) {
    const alike = others.map(({ words }) => words.find(({ word }) => shareAPart(word.stem, each.word.stem)));
    if (alike.some((other) => other === undefined)) continue;
    for (const said of [each, ...alike]) if (said !== undefined) told.set(said.word.stem, said.written);
  }
  return [...told.values()].slice(0, WORDS_TOLD);
}

/** The same word, or one that is the end or the beginning of the other: "løn" and "elevløn". */
function shareAPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_PART && (long.endsWith(short) || long.startsWith(short));
}

function wordsOfSense(notes: readonly ReadNote[], senseId: string): string[] {
  const all = notes.flatMap(({ words }) => words.filter(({ word }) => word.senses.some(({ id }) => id === senseId)));
  return [...new Map(all.map(({ word, written }) => [word.stem, written])).values()].slice(0, WORDS_TOLD);
}
