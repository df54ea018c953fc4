/**
 * The notes of this phone, in its own storage, and the way of each to the server: sent one after the other until the server has said
 * that it has it. What is sent twice is one note there.
 */
import { ask } from "#app/http/ask.ts";
import { newNote, type PhoneNote } from "./new-note.ts";
import { Sending } from "./sending.ts";
import type { Kept, KeptOptions } from "./use-kept.ts";

export interface OutboxState {
  readonly notes: readonly PhoneNote[];
  /** The last one that was sent got no answer. */
  readonly isStuck: boolean;
}

/** A note that the server knows to be this participant's. */
type KnownNote = Pick<PhoneNote, "id" | "itemId" | "laneId" | "text">;

export class Outbox implements Kept<OutboxState> {
  readonly #options: KeptOptions<OutboxState>;
  readonly #key: string;
  #notes: readonly PhoneNote[];
  #isStuck = false;
  readonly #sending = new Sending<PhoneNote>({
    next: () => this.#notes.find(({ waiting }) => waiting !== null),
    sendOne: (note) => this.#sendOne(note),
    onStuck: (isStuck) => this.#stick(isStuck),
  });

  constructor(options: KeptOptions<OutboxState>) {
    this.#options = options;
    this.#key = `notes:${options.workshopId}:${options.participantId}`;
    this.#notes = read(options.storage.getItem(this.#key));
  }

  get state(): OutboxState {
    return { notes: this.#notes, isStuck: this.#isStuck };
  }

  add(note: Pick<PhoneNote, "itemId" | "laneId" | "text">): void {
    this.#set([...this.#notes, newNote(note)]);
    this.send();
  }

  edit(id: string, change: Pick<PhoneNote, "laneId" | "text">): void {
    this.#change(id, { ...change, waiting: "write", refused: null });
    this.send();
  }

  remove(id: string): void {
    this.#change(id, { waiting: "remove", refused: null });
    this.send();
  }

  /** Those that another phone wrote for the same participant, where the server knows whose they are. */
  learn(known: readonly KnownNote[]): void {
    const own = new Set(this.#notes.map(({ id }) => id));
    const others = known.filter(({ id }) => !own.has(id));
    if (others.length === 0) return;
    this.#set([...this.#notes, ...others.map((note) => ({ ...newNote(note), ...note, waiting: null }))]);
  }

  /** Sends what waits; also when the network has come back. */
  send(): void {
    this.#sending.send();
  }

  stop(): void {
    this.#sending.stop();
  }

  /** @returns whether the server has answered */
  async #sendOne(note: PhoneNote): Promise<boolean> {
    const { id, secret, itemId, laneId, text, waiting } = note;
    const body = new URLSearchParams({ intent: waiting ?? "", id, secret, item: itemId, lane: laneId ?? "", text });
    const reply = await ask<{ refused: string | null }>(`/live/${this.#options.workshopId}/notes`, {
      method: "POST",
      body,
    });
    if (!reply.ok && reply.because !== "refused") return false;
    // It was changed while it was on its way: what it says now goes next.
    if (this.#notes.find((each) => each.id === id) !== note) return true;
    const refused = reply.ok ? reply.value.refused : "not-kept";
    if (waiting === "remove" && refused === null) this.#set(this.#notes.filter((each) => each.id !== id));
    else this.#change(id, { waiting: null, refused });
    return true;
  }

  #change(id: string, change: Partial<PhoneNote>): void {
    this.#set(this.#notes.map((note) => (note.id === id ? { ...note, ...change } : note)));
  }

  #set(notes: readonly PhoneNote[]): void {
    this.#notes = notes;
    this.#options.storage.setItem(this.#key, JSON.stringify(notes));
    this.#options.onChange(this.state);
  }

  #stick(isStuck: boolean): void {
    if (this.#isStuck === isStuck) return;
    this.#isStuck = isStuck;
    this.#options.onChange(this.state);
  }
}

function read(stored: string | null): readonly PhoneNote[] {
  if (stored === null) return [];
  try {
    return JSON.parse(stored) as PhoneNote[];
  } catch {
    // Cut off by a phone that went out: nothing of it can be read.
    return [];
  }
}
