/** Where the lexicon's forms stand in a text. */
import type { AtomHit } from "./atoms.ts";
import type { Beginning, Concept, Form, Lexicon, WordMeaning } from "./lexicon.ts";
import type { Token } from "./normalise.ts";

export interface Match {
  readonly concept: Concept;
  readonly formKey: string;
  /** Indexes of the tokens that the form claims, ascending. */
  readonly tokens: readonly number[];
  /** Letters of the form that were recognised: the longer, the surer. */
  readonly length: number;
  readonly certainty: number;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly meanings: readonly WordMeaning[];
}

interface Place {
  readonly tokens: readonly number[];
  readonly length: number;
  readonly certainty: number;
}

/** How far apart the words of `a .. b` may stand. */
const NEAR_TOKENS = 5;

type Sequence = Form["sequences"][number];

const hitAt = (reading: Reading, at: number, atoms: readonly number[]): AtomHit | undefined =>
  reading.meanings[at]?.hits.find((hit) => atoms.includes(hit.atom));

/** The sequence read from token `start` on, within that token's sentence. */
function placeFrom(reading: Reading, sequence: Sequence, start: number): Place | undefined {
  const sentence = reading.tokens[start]?.sentence;
  const tokens: number[] = [];
  let length = 0;
  let certainty = 1;
  let at = start;
  for (const [index, part] of sequence.entries()) {
    const last = index > 0 && part.near ? at + NEAR_TOKENS : at;
    let hit: AtomHit | undefined;
    for (; at <= last && reading.tokens[at]?.sentence === sentence; at += 1) {
      hit = hitAt(reading, at, part.atoms);
      if (hit !== undefined) break;
    }
    if (hit === undefined) return undefined;
    tokens.push(at);
    length += hit.length;
    certainty = Math.min(certainty, hit.certainty);
    at += 1;
  }
  return { tokens, length, certainty };
}

/** The sequence read anywhere in the sentence of token `start`. */
function placeInSentence(reading: Reading, sequence: Sequence, start: number): Place | undefined {
  const sentence = reading.tokens[start]?.sentence;
  let from = start;
  while (reading.tokens[from - 1]?.sentence === sentence) from -= 1;
  for (let at = from; reading.tokens[at]?.sentence === sentence; at += 1) {
    const place = placeFrom(reading, sequence, at);
    if (place !== undefined && !place.tokens.includes(start)) return place;
  }
  return undefined;
}

function matchForm(reading: Reading, form: Form, start: number): Match | undefined {
  const [first, ...others] = form.sequences;
  const places = [first === undefined ? undefined : placeFrom(reading, first, start)];
  for (const sequence of others) {
    if (places[0] === undefined) return undefined;
    places.push(placeInSentence(reading, sequence, start));
  }
  const found = places.filter((place) => place !== undefined);
  if (found.length < places.length) return undefined;
  return {
    concept: form.concept,
    formKey: form.key,
    tokens: [...new Set(found.flatMap((place) => place.tokens))].sort((a, b) => a - b),
    length: found.reduce((sum, place) => sum + place.length, 0),
    certainty: Math.min(...found.map((place) => place.certainty)),
  };
}

/** The atoms of one text; looked at for every form that begins somewhere in it. */
class AtomsOfText {
  #texts = new Uint32Array(1024);
  #text = 0;

  turnTo(meanings: Reading["meanings"]): void {
    this.#text += 1;
    for (const { hits } of meanings) for (const { atom } of hits) this.#note(atom);
  }

  #note(atom: number): void {
    if (atom >= this.#texts.length) {
      const grown = new Uint32Array(atom * 2);
      grown.set(this.#texts);
      this.#texts = grown;
    }
    this.#texts[atom] = this.#text;
  }

  /** Whether each word of a form stands somewhere in the text; most forms that begin somewhere in it end nowhere. */
  holdWordsOf(form: Form): boolean {
    for (const atoms of form.others) if (!this.#holdOneOf(atoms)) return false;
    return true;
  }

  #holdOneOf(atoms: readonly number[]): boolean {
    for (const atom of atoms) if (this.#texts[atom] === this.#text) return true;
    return false;
  }
}

const atoms = new AtomsOfText();

/** True when `longer` claims all that `match` claims and says more: "folkeskoleelever" is not also "elever". */
function isCoveredBy(match: Match, longer: Match): boolean {
  if (longer.length <= match.length || longer.concept.facet !== match.concept.facet) return false;
  for (const token of match.tokens) if (!longer.tokens.includes(token)) return false;
  return true;
}

function isCovered(match: Match, matches: readonly Match[]): boolean {
  for (const other of matches) if (isCoveredBy(match, other)) return true;
  return false;
}

function matchFrom(reading: Reading, { form, alone }: Beginning, start: number): Match | undefined {
  if (alone === null) return atoms.holdWordsOf(form) ? matchForm(reading, form, start) : undefined;
  const { length, certainty } = alone;
  return { concept: form.concept, formKey: form.key, tokens: [start], length, certainty };
}

/** Every form of the lexicon in the text, the longest match deciding within a facet. */
export function matchText(lexicon: Lexicon, tokens: readonly Token[]): readonly Match[] {
  const meanings = tokens.map((token) => lexicon.meaningOf(token.text));
  const reading: Reading = { tokens, meanings };
  atoms.turnTo(meanings);
  const matches: Match[] = [];
  for (const [start, { beginnings }] of meanings.entries()) {
    for (const beginning of beginnings) {
      const match = matchFrom(reading, beginning, start);
      if (match !== undefined) matches.push(match);
    }
  }
  return matches.filter((match) => !isCovered(match, matches));
}
