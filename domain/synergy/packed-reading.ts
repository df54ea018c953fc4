/**
 * Readings as bytes. Every initiative of a country is held, and only the few that are being explained are wanted as
 * objects: a reading takes twenty times the room of what it says.
 */
import type { ActorMention } from "./actors.ts";
import { ByteSource } from "./bytes.ts";
import type { Facets, Mention } from "./facets.ts";
import { tokenise } from "./normalise.ts";
import { PackedTexts } from "./packed-text.ts";
import type { Reading } from "./reading.ts";
import { type Looked, ReadingWriter, readTold, type Told, Vocabulary } from "./reading-bytes.ts";
import { rowsOfBytes } from "./rows.ts";
import { SENSES } from "./senses.ts";
import { type Wording, wordingOf } from "./similarity.ts";
import type { SynergyInitiative } from "./types.ts";
import type { ContentWord } from "./words.ts";

/** So many readings are kept as objects: one that is explained is so again soon, with another. */
const UNPACKED_AT_ONCE = 512;

interface Unread {
  readonly key: string;
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

  constructor(told: Told, unread: Unread) {
    this.initiative = new UnpackedInitiative(told.looked, unread);
    this.#told = told;
  }

  get hash(): string {
    return this.#told.hash;
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

  get links(): Reading["links"] {
    return this.#told.links;
  }

  get words(): readonly ContentWord[] {
    return this.#told.words;
  }

  get wording(): Wording {
    return wordingOf([...tokenise(this.initiative.title), ...tokenise(this.initiative.description)], SENSES);
  }
}

/** Readings by the place that the engine has given them. */
export class PackedReadings {
  readonly #known = new Vocabulary();
  readonly #writer = new ReadingWriter(this.#known);
  readonly #told = rowsOfBytes();
  readonly #initiatives = new PackedTexts();
  readonly #keys: string[] = [];
  readonly #unpacked = new Map<number, Reading>();

  write(place: number, reading: Reading): void {
    this.#unpacked.delete(place);
    this.#keys[place] = reading.initiative.key;
    // At another place in memory: those who hold the reading before read on in what was written of it.
    this.#told.clear(place);
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
    const told = readTold(new ByteSource(this.#told.pageOf(place), this.#told.startOf(place)), this.#known);
    const reading = new UnpackedReading(told, {
      key: this.key(place),
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
