/** A rehearsal: simulated participants run the stored agenda against this server, over its own doors, and leave no rows. */
import { randomInt, randomUUID } from "node:crypto";
import type { RehearsalState } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { listAgenda } from "#db/queries/live/agenda.ts";
import { openRun } from "#db/queries/live/opening.ts";
import { copyForRehearsal, listRehearsals, wipeRehearsal } from "#db/queries/live/rehearsal.ts";
import { findRun } from "#db/queries/live/run.ts";
import { showNotes, showResult } from "#db/queries/live/showing.ts";
import { next } from "#db/queries/live/stage.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { type AgendaItem, collectsNotes } from "#domain/live/agenda.ts";
import { PARTICIPANT_ROLES } from "#domain/live/participant.ts";
import type { Logger } from "#server/log.ts";
import { type Entrance, Guest } from "./guest.ts";
import { play } from "./play.ts";
import { together } from "./together.ts";

export interface RehearsalsOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => number;
  /** A workshop's rooms are told. */
  readonly liveChanged: (workshopId: string) => void;
  /** Guests who are gone lose their sockets. */
  readonly accessChanged: () => void;
  /** Where the server listens; asked when it does. */
  readonly entrance: () => Entrance;
}

export const REHEARSED_PARTICIPANTS = 40;
const SEEN_WITHIN_MS = 5_000;

export class Rehearsals {
  readonly #options: RehearsalsOptions;
  readonly #states = new Map<string, RehearsalState>();

  constructor(options: RehearsalsOptions) {
    this.#options = options;
  }

  /** Takes away what a server left behind that ended during a rehearsal. */
  async clear(): Promise<void> {
    for (const copyId of await listRehearsals(this.#options.db)) await wipeRehearsal(this.#options.db, copyId);
  }

  /** The last rehearsal of the workshop since the server started; null without one. */
  state(workshopId: string): RehearsalState | null {
    return this.#states.get(workshopId) ?? null;
  }

  /** Begins one, unless one is under way. */
  start(workshopId: string, personId: string): void {
    if (this.#states.get(workshopId)?.isRunning === true) return;
    void this.run(workshopId, personId);
  }

  /** Resolves when it is over. Never rejects: what went wrong is what it is for. */
  async run(workshopId: string, personId: string): Promise<RehearsalState> {
    const { db, now, log } = this.#options;
    const copyId = randomUUID();
    const tell = (change: Partial<RehearsalState>) => {
      const state = { ...(this.#states.get(workshopId) ?? NOT_BEGUN), ...change };
      this.#states.set(workshopId, state);
      return state;
    };
    tell(NOT_BEGUN);
    try {
      await copyForRehearsal(db, { workshopId, copyId, personId, now: now(), newId: randomUUID });
      await this.#perform(copyId, { personId, tell });
    } catch (error) {
      const trouble = randomUUID().slice(0, 8);
      log.warn({ err: error, workshop: workshopId, trouble }, "a rehearsal went wrong");
      tell({ trouble });
    }
    return tell({ isWiped: await this.#wipe(copyId), isRunning: false, endedAt: now() });
  }

  async #wipe(copyId: string): Promise<boolean> {
    const { db, log, accessChanged } = this.#options;
    try {
      await wipeRehearsal(db, copyId);
      return true;
    } catch (error) {
      log.error({ err: error, workshop: copyId }, "a rehearsal could not be wiped; the next start does it");
      return false;
    } finally {
      accessChanged();
    }
  }

  async #perform(
    copyId: string,
    { personId, tell }: { personId: string; tell: (state: Partial<RehearsalState>) => void },
  ) {
    const { db, now, liveChanged } = this.#options;
    await openRun(db, { workshopId: copyId, personId, at: now() }, randomInt);
    const agenda = await listAgenda(db, copyId);
    tell({ items: agenda.length });
    const guests: Guest[] = [];
    try {
      await this.#gather(copyId, guests);
      let from: AgendaItem | null = null;
      let done = guests.length;
      for (const [index, item] of agenda.entries()) {
        tell({ at: index + 1, title: item.title, done });
        const move = { workshopId: copyId, personId, at: now(), random: Math.random };
        await next(db, move, from?.id ?? null);
        liveChanged(copyId);
        await together(guests.map((guest) => guest.sees(() => guest.stage?.itemId === item.id, SEEN_WITHIN_MS)));
        done += await play(item, guests);
        if (item.kind === "vote") await showResult(db, move, { itemId: item.id });
        if (collectsNotes(item)) await showNotes(db, move, { itemId: item.id, laneId: null });
        liveChanged(copyId);
        from = item;
      }
      tell({ done });
    } finally {
      for (const guest of guests) guest.leave();
    }
  }

  /** Everybody joins by the code, spread over the kommuner and the tables; `guests` has those who have come so far. */
  async #gather(copyId: string, guests: Guest[]): Promise<void> {
    const { db, entrance } = this.#options;
    const view = await readLiveView(db, copyId);
    const [kommuner, tables] = [Object.keys(view.organisations), Object.keys(view.tables)];
    const code = findRun(db, copyId)?.joinCode ?? "";
    const come = async (_: unknown, index: number) => {
      const guest = await Guest.join(entrance(), {
        code,
        name: `Guest ${index + 1}`,
        organisationId: kommuner[index % kommuner.length] ?? "elsewhere",
        role: PARTICIPANT_ROLES[index % PARTICIPANT_ROLES.length] ?? "other",
        tableId: tables[index % tables.length] ?? "",
      });
      guests.push(guest);
    };
    await together(Array.from({ length: REHEARSED_PARTICIPANTS }, come));
    await together(guests.map((guest) => guest.follow()));
  }
}

const NOT_BEGUN: RehearsalState = {
  isRunning: true,
  at: 0,
  items: 0,
  title: "",
  done: 0,
  trouble: null,
  isWiped: false,
  endedAt: null,
};
