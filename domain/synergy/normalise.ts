/** Text as the check reads it: tokens with their place in the original, folded so that spelling variants are equal. */

export interface Token {
  /** Lower case, composed (NFC), aa written å. */
  readonly text: string;
  /** `[from, to)` in UTF-16 units of the original text. */
  readonly from: number;
  readonly to: number;
  /** Sentence number within the text, from 0. */
  readonly sentence: number;
}

/** Letters that end with a point without ending the sentence ("9. kl.", "m. læsevejleder", "pr. uge"). */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "afd bl ca dvs div evt fx hhv inkl kl md mdr max maks min m mv o osv pct pr spl stk t tidl tlf udd uds vedr årg".split(
    " ",
  ),
);

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
function endsSentence(gap: string, before: string, after: string): boolean {
  if (gap === " ") return false;
  if (/[!?;:\n•]/u.test(gap) || /\s[–—-]\s/u.test(gap)) return true;
  if (!gap.includes(".")) return false;
  if (ABBREVIATIONS.has(before)) return false;
  return !/\p{N}$/u.test(before) || /^\p{Lu}/u.test(after);
}

const REMEMBERED_WORDS = 50_000;
const folded = new Map<string, string>();

/** A text's words come again in the next text. */
function foldedWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= REMEMBERED_WORDS) folded.clear();
  const text = fold(word);
  folded.set(word, text);
  return text;
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
  let previous: Token | undefined;
  for (let from = 0, to = 0; from < text.length; from = Math.max(to, from + 1)) {
    to = endOfWord(text, from);
    if (to === from) continue;
    const word = text.slice(from, to);
    if (previous !== undefined && endsSentence(text.slice(previous.to, from), previous.text, word)) sentence += 1;
    previous = { text: foldedWord(word), from, to, sentence };
    tokens.push(previous);
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
