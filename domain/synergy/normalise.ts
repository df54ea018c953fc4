/** Text as the check reads it: tokens with their place in the original, folded so that spelling variants are equal. */
import { keepsPoint, spelledOut } from "./abbreviations.ts";

export interface Token {
  /** Lower case, composed (NFC), aa written å, abbreviations in full. */
  readonly text: string;
  /** `[from, to)` in UTF-16 units of the original text. */
  readonly from: number;
  readonly to: number;
  /** Sentence number within the text, from 0. */
  readonly sentence: number;
}

/** What a character is to a word. */
const [UNKNOWN, NEITHER, LETTER, MARK, DIGIT] = [0, 1, 2, 3, 4] as const;
const SURROGATES = { from: 0xd800, second: 0xdc00, to: 0xdfff } as const;
/** By UTF-16 unit; found out when one is first met. */
const kinds = new Uint8Array(2 ** 16);

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  return /\p{N}/u.test(character) ? DIGIT : NEITHER;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= SURROGATES.from && unit <= SURROGATES.to) {
    const first = unit >= SURROGATES.second && at > 0 ? at - 1 : at;
    const point = text.codePointAt(first) ?? 0;
    return point < kinds.length ? NEITHER : kindOf(String.fromCodePoint(point));
  }
  if (kinds[unit] === UNKNOWN) kinds[unit] = kindOf(text.charAt(at));
  return kinds[unit] as number;
}

/** Where the word ends that begins here: a letter with letters and their marks after it, or digits; where it begins when none does. */
function endOfWord(text: string, from: number): number {
  const first = kindAt(text, from);
  let at = from;
  if (first === DIGIT) while (at < text.length && kindAt(text, at) === DIGIT) at += 1;
  else if (first === LETTER) {
    for (at += 1; at < text.length; at += 1) {
      const kind = kindAt(text, at);
      if (kind !== LETTER && kind !== MARK) break;
    }
  }
  return at;
}

/** NFD letters, capitals and aa/å are writing habits, not meaning. */
export const fold = (word: string): string => word.normalize("NFC").toLowerCase().replaceAll("aa", "å");

/** A point ends a sentence unless it follows a number or an abbreviation, or nothing comes after it. */
function endsSentence(gap: string, before: Word, after: string): boolean {
  if (gap === " ") return false;
  if (/[!?;:\n•]/u.test(gap) || /\s[–—-]\s/u.test(gap)) return true;
  if (!gap.includes(".")) return false;
  if (before.keepsPoint) return false;
  return !(before.isShortened || /\p{N}$/u.test(before.text)) || /^\p{Lu}/u.test(after);
}

interface Word {
  /** Folded and spelled out. */
  readonly text: string;
  readonly isShortened: boolean;
  readonly keepsPoint: boolean;
}

const REMEMBERED_WORDS = 50_000;
const remembered = new Map<string, Word>();

/** A text's words come again in the next text. */
function readWord(written: string): Word {
  const known = remembered.get(written);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  const short = fold(written);
  const text = spelledOut(short);
  const isShortened = text !== short;
  // Where all is written in capitals, one after the point tells nothing.
  const shouts = written.length > 1 && written === written.toUpperCase();
  const word = { text, isShortened, keepsPoint: keepsPoint(short) || (isShortened && shouts) };
  remembered.set(written, word);
  return word;
}

/** The texts that were read last: a title and a description are asked for by all who look for something in them. */
const recent: { readonly text: string; readonly tokens: readonly Token[] }[] = [];
const RECENT = 4;

/** Splits at everything that is neither letter nor digit, so "SOSU-elever" is two tokens and "9.-klasse" too. */
export function tokenise(text: string): readonly Token[] {
  const known = recent.find((one) => one.text === text);
  if (known !== undefined) return known.tokens;
  const tokens = tokensOf(text);
  recent.unshift({ text, tokens });
  recent.length = Math.min(recent.length, RECENT);
  return tokens;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let previous: { readonly word: Word; readonly to: number } | undefined;
  for (let from = 0, to = 0; from < text.length; from = Math.max(to, from + 1)) {
    to = endOfWord(text, from);
    if (to === from) continue;
    const written = text.slice(from, to);
    if (previous !== undefined && endsSentence(text.slice(previous.to, from), previous.word, written)) sentence += 1;
    const word = readWord(written);
    previous = { word, to };
    tokens.push({ text: word.text, from, to, sentence });
  }
  return tokens;
}

const ENDINGS = [
  "ernes",
  "edes",
  "erens",
  "erne",
  "enes",
  "eren",
  "eres",
  "ens",
  "ets",
  "ede",
  "ene",
  "ere",
  "ers",
  "er",
  "en",
  "et",
  "es",
  "e",
  "s",
] as const;

/** Light stem: takes off one inflection ("fritidsjobbet", "fritidsjobs" → "fritidsjob"), and a doubled consonant. */
export function stem(word: string): string {
  const ending = ENDINGS.find((end) => word.length - end.length >= 3 && word.endsWith(end));
  const bare = ending === undefined ? word : word.slice(0, -ending.length);
  const last = bare.at(-1);
  return bare.length > 3 && last === bare.at(-2) && !/[aeiouyæøå\d]/u.test(last ?? "") ? bare.slice(0, -1) : bare;
}

/** Every word that comes from swapping two neighbouring letters, the first letter kept: the commonest typo. */
export function transpositions(word: string): readonly string[] {
  const variants: string[] = [];
  for (let at = 1; at < word.length - 1; at += 1) {
    if (word[at] === word[at + 1]) continue;
    variants.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }
  return variants;
}

/** The word without each of its letters but the first. */
export function deletions(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}

/** The word as a keyboard with æ and ø would have it: each of "ae" and "oe" alone and both; none for most words. */
export function danishSpellings(word: string): readonly string[] {
  const æ = word.replaceAll("ae", "æ");
  const ø = word.replaceAll("oe", "ø");
  return [...new Set([æ.replaceAll("oe", "ø"), æ, ø])].filter((variant) => variant !== word);
}
