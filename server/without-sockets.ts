/** Stands where rooms and engine will: boards can be read from their rows, not yet written live. */
import type { Rooms, Synergy } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { readProjectedBoard } from "#db/queries/boards.ts";

export const createRooms = (db: Database): Rooms => ({
  snapshot: (boardId) => readProjectedBoard(db, boardId),
  edit: async () => {
    throw new Error("Boards cannot be edited yet.");
  },
  sessionEnded: () => undefined,
  accessChanged: () => undefined,
  boardGone: () => undefined,
  present: () => [],
});

export const createSynergy = (): Synergy => ({
  similar: async () => [],
  actorsChanged: async () => undefined,
  settled: async () => undefined,
});
