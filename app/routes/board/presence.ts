/** Who is at the board and where they write. */
import type { Awareness } from "y-protocols/awareness";
import { type Presence, type PresenceUser, readPresence } from "#domain/board-doc/presence.ts";
import { compareDanish } from "#domain/danish-order.ts";
import { colourOf } from "#domain/person-colour.ts";
import { type Me, NO_WRITERS, NOBODY, type PresenceStores, type Writer, type Writers } from "./people.ts";
import { createStore, oncePerFrame } from "./store.ts";

/** After this long without a letter one does not write any more. */
const WRITING_MS = 4_000;

export function createPresence(awareness: Awareness, me: Me): PresenceStores {
  const people = createStore(NOBODY);
  const writers = createStore(NO_WRITERS);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const frame = oncePerFrame(() => {
    const present = [...awareness.getStates().values()].map(readPresence).filter((each) => each !== null);
    set(people, peopleOf(present));
    set(writers, writersOf(present, me.id));
  });
  awareness.on("change", frame.request);
  awareness.on("destroy", frame.cancel);
  // The server stamps who one is for the others; this is for one's own page.
  awareness.setLocalStateField("user", { ...me, colour: colourOf(me.id), role: me.role });
  // States that came before anybody listened.
  frame.request();
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (awareness.getLocalState()?.editing) awareness.setLocalStateField("editing", null);
  };
  return {
    people,
    writers,
    writeIn(place) {
      if (place === null) return stop();
      const now = awareness.getLocalState()?.editing as typeof place | null | undefined;
      if (now?.initiativeId !== place.initiativeId || now.field !== place.field) {
        awareness.setLocalStateField("editing", place);
      }
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(stop, WRITING_MS);
    },
  };
}

/** Presence changes with every caret; who is where changes rarely, and only then is anything painted. */
function set<T>(store: { get(): T; set(next: T): void }, next: T): void {
  if (signature(store.get()) !== signature(next)) store.set(next);
}
const signature = (value: unknown): string => JSON.stringify(value instanceof Map ? [...value] : value);

export function peopleOf(present: readonly Presence[]): PresenceUser[] {
  const byId = new Map(present.map(({ user }) => [user.id, user]));
  return [...byId.values()].sort((a, b) => compareDanish(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

export function writersOf(present: readonly Presence[], personId: string): Writers {
  const writers = new Map<string, Writer[]>();
  for (const { user, editing } of present) {
    if (editing === null || user.id === personId) continue;
    const here = writers.get(editing.initiativeId) ?? [];
    if (here.some(({ id }) => id === user.id)) continue;
    writers.set(editing.initiativeId, [
      ...here,
      { id: user.id, name: user.name, colour: user.colour, field: editing.field },
    ]);
  }
  return writers;
}
