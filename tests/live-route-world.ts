/** The live workshop of the world that every address is asked in: open for participants, at its first item. */
import type { Database } from "#db/client.ts";
import { agendaItem, workshopRun } from "#db/schema/live.ts";
import { NOW } from "./factories.ts";

export const JOIN_CODE = "AAAACCCC";

export function addLiveWorld(db: Database): void {
  const item = { workshopId: "workshop", minutes: 10 };
  db.insert(agendaItem)
    .values([
      { ...item, id: "write", position: 0, title: "write", kind: "silent-writing", startedAt: NOW },
      { ...item, id: "vote", position: 1, title: "vote", kind: "vote", voteBudget: 3 },
    ])
    .run();
  const open = { workshopId: "workshop", joinCode: JOIN_CODE, openedAt: NOW, startedAt: NOW, itemId: "write" };
  db.insert(workshopRun)
    .values({ ...open, timerEndsAt: NOW + 600_000, leadPersonId: "the facilitator", leadSeenAt: NOW })
    .run();
}
