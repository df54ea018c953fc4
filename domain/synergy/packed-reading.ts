/**
 * Readings as bytes. Every initiative of a country is held, and only the few that are being explained are wanted as
 * objects: a reading takes twenty times the room of what it says.
 */
import type { Evidence } from "#domain/finding.ts";
import type { ActorMention } from "./actors.ts";
import { ByteSource, ByteWriter } from "./bytes.ts";
import type { Facets, Mention } from "./facets.ts";
import { type Concept, FACETS, type Facet } from "./lexicon.ts";
import { tokenise } from "./normalise.ts";
import { PackedTexts } from "./packed-text.ts";
import type { LinkMention, Reading } from "./reading.ts";
import { Numbered, rowsOfBytes } from "./rows.ts";
import { SENSES, type Sense } from "./senses.ts";
import { type GramVector, gramVector } from "./similarity.ts";
import type { SynergyInitiative } from "./types.ts";
import type { ContentWord, Word } from "./words.ts";

/** So many readings are kept as objects: one that is explained is so again soon, with another. */
const UNPACKED_AT_ONCE = 512;

const BANDS = [null, "early", "running"] as const;
/** What stands in many readings, by number. */
class Vocabulary {
  readonly names = new Numbered<string>();
  readonly amounts = new Numbered<number>();
  readonly concepts = new Numbered<Concept>();
  readonly senses = new Numbered<Sense>();
  readonly #wordNumbers = new Numbered<string>();
  readonly #words: Word[] = [];

  numberOfWord(word: Word): number {
    const senses = word.senses.map((sense) => this.senses.numberOf(sense));
    const number = this.#wordNumbers.numberOf(`${word.stem} ${word.isTelling} ${senses.join(" ")}`);
    this.#words[number] ??= word;
    return number;
  }

  word(number: number): Word {
    return this.#words[number] as Word;
  }
}

class ReadingWriter extends ByteWriter {
  readonly #known: Vocabulary;

  constructor(known: Vocabulary) {
    super();
    this.#known = known;
  }

  write({ initiative, facets, targets, actors, phase, links, words }: Reading): Uint8Array {
    this.length = 0;
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
    this.number(to);
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

/** What a comparison looks at of an initiative; the rest, its texts most of all, is read when somebody asks. */
type Looked = Pick<SynergyInitiative, "municipality" | "status" | "activities" | "themes">;
type Told = Pick<Reading, "facets" | "targets" | "actors" | "phase" | "links" | "words"> & { readonly looked: Looked };

function readTold(source: ByteSource, known: Vocabulary): Told {
  const name = (): string => known.names.thing(source.number());
  const looked: Looked = {
    municipality: name(),
    status: (name() || null) as Looked["status"],
    activities: source.list(name),
    themes: source.list(name),
  };
  const evidence = (): Evidence => [name(), source.number(), source.number()];
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
  const words = source.list(() => ({ word: known.word(source.number()), evidence: evidence() }));
  return {
    looked,
    facets,
    targets,
    actors,
    phase: band === null ? null : { band, evidence: bandEvidence },
    links,
    words,
  };
}

interface Unread {
  readonly key: string;
  readonly hash: string;
  readonly read: () => SynergyInitiative;
}

class UnpackedInitiative implements SynergyInitiative {
  readonly key: string;
  readonly municipality: string;
  readonly status: SynergyInitiative["status"];
  readonly activities: readonly string[];
  readonly themes: readonly string[];
  readonly #read: () => SynergyInitiative;
  #whole: SynergyInitiative | null = null;

  constructor({ municipality, status, activities, themes }: Looked, { key, read }: Unread) {
    this.key = key;
    this.municipality = municipality;
    this.status = status;
    this.activities = activities;
    this.themes = themes;
    this.#read = read;
  }

  get whole(): SynergyInitiative {
    this.#whole ??= this.#read();
    return this.#whole;
  }

  get title(): string {
    return this.whole.title;
  }

  get description(): string {
    return this.whole.description;
  }

  get professions(): readonly string[] {
    return this.whole.professions;
  }

  get targetGroups(): readonly string[] {
    return this.whole.targetGroups;
  }

  get departments(): readonly string[] {
    return this.whole.departments;
  }

  get chainLinks(): readonly string[] {
    return this.whole.chainLinks;
  }

  get startYear(): number | null {
    return this.whole.startYear;
  }

  get actors(): SynergyInitiative["actors"] {
    return this.whole.actors;
  }
}

class UnpackedReading implements Reading {
  readonly #told: Told;
  readonly initiative: UnpackedInitiative;
  readonly hash: string;

  constructor(told: Told, unread: Unread) {
    this.initiative = new UnpackedInitiative(told.looked, unread);
    this.hash = unread.hash;
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
    return gramVector([...tokenise(this.initiative.title), ...tokenise(this.initiative.description)], SENSES);
  }
}

/** Readings by the place that the engine has given them. */
export class PackedReadings {
  readonly #known = new Vocabulary();
  readonly #writer = new ReadingWriter(this.#known);
  readonly #told = rowsOfBytes();
  readonly #initiatives = new PackedTexts();
  readonly #keys: string[] = [];
  readonly #hashes: string[] = [];
  readonly #unpacked = new Map<number, Reading>();

  write(place: number, reading: Reading): void {
    this.#unpacked.delete(place);
    this.#keys[place] = reading.initiative.key;
    this.#hashes[place] = reading.hash;
    this.#told.write(place, this.#writer.write(reading));
    // No key comes again.
    this.#initiatives.write(place, JSON.stringify({ ...reading.initiative, key: "" }));
  }

  clear(place: number): void {
    this.#unpacked.delete(place);
    this.#told.clear(place);
    this.#initiatives.clear(place);
  }

  key(place: number): string {
    return this.#keys[place] ?? "";
  }

  initiative(place: number): SynergyInitiative {
    return { ...(JSON.parse(this.#initiatives.text(place)) as SynergyInitiative), key: this.key(place) };
  }

  reading(place: number): Reading {
    const known = this.#unpacked.get(place);
    if (known !== undefined) return known;
    const told = readTold(new ByteSource(this.#told.rowOf(place)), this.#known);
    const reading = new UnpackedReading(told, {
      key: this.key(place),
      hash: this.#hashes[place] ?? "",
      read: () => this.initiative(place),
    });
    for (const first of this.#unpacked.keys()) {
      if (this.#unpacked.size < UNPACKED_AT_ONCE) break;
      this.#unpacked.delete(first);
    }
    this.#unpacked.set(place, reading);
    return reading;
  }
}
