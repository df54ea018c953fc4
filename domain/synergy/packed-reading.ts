/**
 * Readings as bytes. Every initiative of a country is held, and only the few that are being explained are wanted as
 * objects: a reading takes twenty times the room of what it says.
 */
import type { Evidence } from "#domain/finding.ts";
import type { ActorMention } from "./actors.ts";
import type { Facets, Mention } from "./facets.ts";
import { type Concept, FACETS, type Facet } from "./lexicon.ts";
import { tokenise } from "./normalise.ts";
import type { LinkMention, Reading } from "./reading.ts";
import { Numbered, rowsOfBytes } from "./rows.ts";
import type { Sense } from "./senses.ts";
import { type GramVector, gramVector } from "./similarity.ts";
import type { SynergyInitiative } from "./types.ts";
import type { ContentWord } from "./words.ts";

/** So many readings are kept as objects: one that is explained is so again soon, with another. */
const UNPACKED_AT_ONCE = 512;

const BANDS = [null, "early", "running"] as const;
const SEVEN_BITS = 0x7f;
const MORE = 0x80;

/** Whole numbers as bytes, small ones as one. */
class Writer {
  bytes = new Uint8Array(1024);
  length = 0;

  number(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    let rest = value;
    while (rest > SEVEN_BITS) {
      this.bytes[this.length++] = (rest & SEVEN_BITS) | MORE;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  list<T>(values: readonly T[], write: (value: T) => void): void {
    this.number(values.length);
    for (const value of values) write(value);
  }
}

class Source {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] as number;
      value |= (byte & SEVEN_BITS) << shift;
      if (byte < MORE) return value >>> 0;
    }
  }

  list<T>(read: () => T): T[] {
    const length = this.number();
    const values = new Array<T>(length);
    for (let at = 0; at < length; at += 1) values[at] = read();
    return values;
  }
}

/** What stands in many readings, by number. */
class Vocabulary {
  readonly names = new Numbered<string>();
  readonly amounts = new Numbered<number>();
  readonly concepts = new Numbered<Concept>();
  readonly senses = new Numbered<Sense>();
}

class ReadingWriter extends Writer {
  readonly #known: Vocabulary;

  constructor(known: Vocabulary) {
    super();
    this.#known = known;
  }

  write({ facets, targets, actors, phase, links, words }: Reading): Uint8Array {
    this.length = 0;
    for (const facet of FACETS) this.list(facets[facet], (mention) => this.#mention(mention));
    this.list(targets, (mention) => this.#mention(mention));
    this.list(actors, (actor) => this.#actor(actor));
    this.number(BANDS.indexOf(phase?.band ?? null));
    this.list(phase?.evidence ?? [], (evidence) => this.#evidence(evidence));
    this.list(links, (link) => this.#link(link));
    this.list(words, (word) => this.#word(word));
    return this.bytes.subarray(0, this.length);
  }

  #evidence([field, from, to]: Evidence): void {
    this.number(this.#known.names.numberOf(field));
    this.number(from);
    this.number(to);
  }

  #mention({ concept, strength, share, evidence }: Mention): void {
    this.number(this.#known.concepts.numberOf(concept));
    this.number(this.#known.amounts.numberOf(strength));
    this.number(this.#known.amounts.numberOf(share));
    this.list(evidence, (one) => this.#evidence(one));
  }

  #actor({ key, name, evidence }: ActorMention): void {
    this.number(this.#known.names.numberOf(key));
    this.number(this.#known.names.numberOf(name));
    this.list(evidence, (one) => this.#evidence(one));
  }

  #link({ link, strength, certainty, evidence }: LinkMention): void {
    this.number(this.#known.names.numberOf(link));
    this.number(this.#known.amounts.numberOf(strength));
    this.number(this.#known.amounts.numberOf(certainty));
    this.list(evidence, (one) => this.#evidence(one));
  }

  #word({ stem, senses, isTelling, evidence }: ContentWord): void {
    this.number(this.#known.names.numberOf(stem) * 2 + (isTelling ? 1 : 0));
    this.list(senses, (sense) => this.number(this.#known.senses.numberOf(sense)));
    this.#evidence(evidence);
  }
}

type Told = Pick<Reading, "facets" | "targets" | "actors" | "phase" | "links" | "words">;

function readTold(source: Source, known: Vocabulary): Told {
  const evidence = (): Evidence => [known.names.thing(source.number()), source.number(), source.number()];
  const mention = (): Mention => ({
    concept: known.concepts.thing(source.number()),
    strength: known.amounts.thing(source.number()),
    share: known.amounts.thing(source.number()),
    evidence: source.list(evidence),
  });
  const facets = {} as Record<Facet, readonly Mention[]>;
  for (const facet of FACETS) facets[facet] = source.list(mention);
  const targets = source.list(mention);
  const actors = source.list(() => ({
    key: known.names.thing(source.number()),
    name: known.names.thing(source.number()),
    evidence: source.list(evidence),
  }));
  const band = BANDS[source.number()] ?? null;
  const bandEvidence = source.list(evidence);
  const links = source.list(() => ({
    link: known.names.thing(source.number()) as LinkMention["link"],
    strength: known.amounts.thing(source.number()),
    certainty: known.amounts.thing(source.number()),
    evidence: source.list(evidence),
  }));
  const words = source.list(() => {
    const word = source.number();
    const senses = source.list(() => known.senses.thing(source.number()));
    return { stem: known.names.thing(word >>> 1), senses, isTelling: (word & 1) === 1, evidence: evidence() };
  });
  return { facets, targets, actors, phase: band === null ? null : { band, evidence: bandEvidence }, links, words };
}

/** Looks at its bytes when somebody asks. */
class UnpackedReading implements Reading {
  readonly #told: Told;
  readonly initiative: SynergyInitiative;
  readonly hash: string;

  constructor({ initiative, hash }: Pick<Reading, "initiative" | "hash">, told: Told) {
    this.initiative = initiative;
    this.hash = hash;
    this.#told = told;
  }

  get facets(): Facets {
    return this.#told.facets;
  }

  get targets(): readonly Mention[] {
    return this.#told.targets;
  }

  get actors(): readonly ActorMention[] {
    return this.#told.actors;
  }

  get phase(): Reading["phase"] {
    return this.#told.phase;
  }

  get links(): readonly LinkMention[] {
    return this.#told.links;
  }

  get words(): readonly ContentWord[] {
    return this.#told.words;
  }

  get grams(): GramVector {
    return gramVector([...tokenise(this.initiative.title), ...tokenise(this.initiative.description)]);
  }
}

/** Readings by the place that the engine has given them. */
export class PackedReadings {
  readonly #known = new Vocabulary();
  readonly #writer = new ReadingWriter(this.#known);
  readonly #told = rowsOfBytes();
  readonly #initiatives = rowsOfBytes();
  readonly #hashes: string[] = [];
  readonly #unpacked = new Map<number, Reading>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  write(place: number, reading: Reading): void {
    this.#unpacked.delete(place);
    this.#hashes[place] = reading.hash;
    this.#told.write(place, this.#writer.write(reading));
    this.#initiatives.write(place, this.#encoder.encode(JSON.stringify(reading.initiative)));
  }

  clear(place: number): void {
    this.#unpacked.delete(place);
    this.#told.clear(place);
    this.#initiatives.clear(place);
  }

  initiative(place: number): SynergyInitiative {
    return JSON.parse(this.#decoder.decode(this.#initiatives.rowOf(place))) as SynergyInitiative;
  }

  reading(place: number): Reading {
    const known = this.#unpacked.get(place);
    if (known !== undefined) return known;
    const told = readTold(new Source(this.#told.rowOf(place)), this.#known);
    const reading = new UnpackedReading({ initiative: this.initiative(place), hash: this.#hashes[place] ?? "" }, told);
    for (const first of this.#unpacked.keys()) {
      if (this.#unpacked.size < UNPACKED_AT_ONCE) break;
      this.#unpacked.delete(first);
    }
    this.#unpacked.set(place, reading);
    return reading;
  }
}
