/** Who is at the board and who writes where, as the page paints it. */
import type { PresenceUser } from "#domain/board-doc/presence.ts";
import type { Store } from "./store.ts";

export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly field: string;
}

/** Initiative id → others who write in it now. Initiatives without writers are absent. */
export type Writers = ReadonlyMap<string, readonly Writer[]>;

export type Me = Pick<PresenceUser, "id" | "name" | "role">;

export interface PresenceStores {
  /** Everybody at the board, each once, oneself included. */
  readonly people: Store<readonly PresenceUser[]>;
  readonly writers: Store<Writers>;
  /** Tells the others which field one writes in; null when one stops. */
  writeIn(place: { initiativeId: string; field: string } | null): void;
}

export const NOBODY: readonly PresenceUser[] = [];
export const NO_WRITERS: Writers = new Map();
