/** What a reading says as bytes, and back. */
import type { Evidence } from "#domain/finding.ts";
import type { ActorMention } from "./actors.ts";
import { type ByteSource, ByteWriter } from "./bytes.ts";
import { contentHashOf, numbersOfContentHash } from "./content-hash.ts";
import type { Mention } from "./facets.ts";
import { type Concept, FACETS, type Facet } from "./lexicon.ts";
import type { LinkMention, Reading } from "./reading.ts";
import { Numbered } from "./rows.ts";
import type { Sense } from "./senses.ts";
import type { SynergyInitiative } from "./types.ts";
import type { ContentWord, Word } from "./words.ts";

/** Numbers that a place in the text takes: field, beginning and length, which is a byte where the end would be two. */
const EVIDENCE_SIZE = 3;
const BANDS = [null, "early", "running"] as const;
/** What stands in many readings, by number. */
export class Vocabulary {
  readonly names = new Numbered<string>();
  readonly amounts = new Numbered<number>();
  readonly concepts = new Numbered<Concept>();
  readonly senses = new Numbered<Sense>();
  readonly #wordNumbers = new Numbered<string>();
  readonly #words: Word[] = [];
  /** The same word is nearly always the same object, which is found sooner than its name is made. */
  readonly #knownWords = new WeakMap<Word, number>();

  numberOfWord(word: Word): number {
    const known = this.#knownWords.get(word);
    if (known !== undefined) return known;
    const senses = word.senses.map((sense) => this.senses.numberOf(sense));
    const number = this.#wordNumbers.numberOf(`${word.stem} ${word.isTelling} ${senses.join(" ")}`);
    this.#words[number] ??= word;
    this.#knownWords.set(word, number);
    return number;
  }

  word(number: number): Word {
    return this.#words[number] as Word;
  }
}

export class ReadingWriter extends ByteWriter {
  readonly #known: Vocabulary;

  constructor(known: Vocabulary) {
    super();
    this.#known = known;
  }

  write({ initiative, facets, targets, actors, phase, links, words, hash }: Reading): Uint8Array {
    this.length = 0;
    for (const number of numbersOfContentHash(hash)) this.number(number);
    this.#name(initiative.municipality);
    this.#name(initiative.status ?? "");
    this.list(initiative.activities, (activity) => this.#name(activity));
    this.list(initiative.themes, (theme) => this.#name(theme));
    for (const facet of FACETS) this.list(facets[facet], (mention) => this.#mention(mention));
    this.list(targets, (mention) => this.#mention(mention));
    this.list(actors, (actor) => this.#actor(actor));
    this.number(BANDS.indexOf(phase?.band ?? null));
    this.list(phase?.evidence ?? [], (evidence) => this.#evidence(evidence));
    this.list(links, (link) => this.#link(link));
    this.list(words, (word) => this.#word(word));
    return this.bytes.subarray(0, this.length);
  }

  #name(name: string): void {
    this.number(this.#known.names.numberOf(name));
  }

  #evidence([field, from, to]: Evidence): void {
    this.#name(field);
    this.number(from);
    this.number(to - from);
  }

  #mention({ concept, strength, share, evidence }: Mention): void {
    this.number(this.#known.concepts.numberOf(concept));
    this.number(this.#known.amounts.numberOf(strength));
    this.number(this.#known.amounts.numberOf(share));
    this.list(evidence, (one) => this.#evidence(one));
  }

  #actor({ key, name, evidence }: ActorMention): void {
    this.#name(key);
    this.#name(name);
    this.list(evidence, (one) => this.#evidence(one));
  }

  #link({ link, strength, certainty, evidence }: LinkMention): void {
    this.#name(link);
    this.number(this.#known.amounts.numberOf(strength));
    this.number(this.#known.amounts.numberOf(certainty));
    this.list(evidence, (one) => this.#evidence(one));
  }

  #word({ word, evidence }: ContentWord): void {
    this.number(this.#known.numberOfWord(word));
    this.#evidence(evidence);
  }
}

function readEvidence(source: ByteSource, { names }: Vocabulary): Evidence {
  const field = names.thing(source.number());
  const from = source.number();
  return [field, from, from + source.number()];
}

/** What a comparison looks at of an initiative; the rest, its texts most of all, is read when somebody asks. */
export type Looked = Pick<SynergyInitiative, "municipality" | "status" | "activities" | "themes">;
export type Told = Pick<Reading, "facets" | "targets" | "actors" | "phase" | "links" | "words" | "hash"> & {
  readonly looked: Looked;
};

/** Most of a reading is where things stand in the text, which is wanted of few of them. */
class PackedMention implements Mention {
  readonly concept: Concept;
  readonly strength: number;
  readonly share: number;
  readonly #source: ByteSource;
  readonly #known: Vocabulary;
  readonly #evidenceAt: number;
  #evidence: readonly Evidence[] | null = null;

  constructor(source: ByteSource, known: Vocabulary) {
    this.concept = known.concepts.thing(source.number());
    this.strength = known.amounts.thing(source.number());
    this.share = known.amounts.thing(source.number());
    this.#source = source;
    this.#known = known;
    this.#evidenceAt = source.at;
    for (let rest = source.number() * EVIDENCE_SIZE; rest > 0; rest -= 1) source.number();
  }

  get evidence(): readonly Evidence[] {
    this.#evidence ??= this.#read();
    return this.#evidence;
  }

  #read(): readonly Evidence[] {
    const source = this.#source;
    source.at = this.#evidenceAt;
    return source.list(() => readEvidence(source, this.#known));
  }
}

class PackedWord implements ContentWord {
  readonly word: Word;
  readonly #field: string;
  readonly #from: number;
  readonly #to: number;

  constructor(source: ByteSource, known: Vocabulary) {
    this.word = known.word(source.number());
    this.#field = known.names.thing(source.number());
    this.#from = source.number();
    this.#to = this.#from + source.number();
  }

  get evidence(): Evidence {
    return [this.#field, this.#from, this.#to];
  }
}

export function readTold(source: ByteSource, known: Vocabulary): Told {
  const name = (): string => known.names.thing(source.number());
  const hash = contentHashOf(source.number(), source.number());
  const looked: Looked = {
    municipality: name(),
    status: (name() || null) as Looked["status"],
    activities: source.list(name),
    themes: source.list(name),
  };
  const evidence = (): Evidence => readEvidence(source, known);
  const mention = (): Mention => new PackedMention(source, known);
  const facets = {} as Record<Facet, readonly Mention[]>;
  for (const facet of FACETS) facets[facet] = source.list(mention);
  const targets = source.list(mention);
  const actors = source.list(() => ({
    key: name(),
    name: name(),
    evidence: source.list(evidence),
  }));
  const band = BANDS[source.number()] ?? null;
  const bandEvidence = source.list(evidence);
  const links = source.list(() => ({
    link: name() as LinkMention["link"],
    strength: known.amounts.thing(source.number()),
    certainty: known.amounts.thing(source.number()),
    evidence: source.list(evidence),
  }));
  const words = source.list(() => new PackedWord(source, known));
  return {
    looked,
    facets,
    targets,
    actors,
    phase: band === null ? null : { band, evidence: bandEvidence },
    links,
    words,
    hash,
  };
}
