/** What lives while the server runs: the rooms, and the check that follows what is written in them. */
import { type Auth, readSession } from "./auth.ts";
import type { Env } from "./env.ts";
import { CompactionThread } from "./realtime/compaction-thread.ts";
import { createRooms, type RoomServer, type RoomsOptions, UNLOAD_AFTER_MS } from "./realtime/rooms.ts";
import type { SynergyService } from "./synergy/service.ts";
import { createSynergy } from "./synergy/synergy.ts";

export interface LiveOptions extends Pick<RoomsOptions, "log" | "db" | "now" | "mayWrite" | "metrics"> {
  readonly env: Env;
  readonly auth: Auth;
  readonly newId: () => string;
}

export interface Live {
  readonly rooms: RoomServer;
  readonly synergy: SynergyService;
  /** Stores what was written, closes the sockets, and lets the check finish what it holds. */
  stop(): Promise<void>;
}

export function goLive({ env, auth, newId, ...shared }: LiveOptions): Live {
  const { db, log, now } = shared;
  const compaction = new CompactionThread();
  const rooms = createRooms({
    ...shared,
    origin: env.origin,
    proxies: env.proxies,
    resolveSession: async (cookie) =>
      (await readSession(auth, db, { cookie, now: now(), prolong: false, log }))?.session ?? null,
    onProjected: (projected) => synergy.onProjected(projected),
    compact: (stored) => compaction.compact(stored),
    rates: env.rates,
    ownsEveryUpgrade: env.production,
    unloadAfterMs: UNLOAD_AFTER_MS,
  });
  const synergy = createSynergy({
    db,
    log,
    now,
    newId,
    onFindings: (boardIds) => {
      for (const boardId of boardIds) rooms.notify(boardId, "findings");
    },
  });
  return {
    rooms,
    synergy,
    async stop() {
      await rooms.drain();
      await Promise.all([compaction.stop(), synergy.stop()]);
    },
  };
}
