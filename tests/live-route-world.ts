/** The live workshop of the world that every address is asked in: open for participants, at its ballot. Holbæk takes part, without a board. Two have joined. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem, note, participant, workshopRun } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { addWorkshop, NOW } from "./factories.ts";

export const JOIN_CODE = "AAAACCCC";

export function addLiveWorld(db: Database): void {
  addWorkshop(db, { id: "live", organisationIds: ["0316"] });
  const item = { workshopId: "live", minutes: 10 };
  db.insert(agendaItem)
    .values([
      { ...item, id: "write", position: 0, title: "write", kind: "silent-writing", startedAt: NOW },
      { ...item, id: "vote", position: 1, title: "vote", kind: "vote", voteBudget: 3, startedAt: NOW },
    ])
    .run();
  db.insert(note)
    .values({ id: "shown", workshopId: "live", itemId: "write", text: "Ja", revealedAt: NOW, sortOrder: "a" })
    .run();
  const open = { workshopId: "live", joinCode: JOIN_CODE, openedAt: NOW, startedAt: NOW, itemId: "vote" };
  db.insert(workshopRun)
    .values({ ...open, timerEndsAt: NOW + 600_000, leadPersonId: "the facilitator", leadSeenAt: NOW })
    .run();
}

/** A guest and an account, once they are in the world. */
export function addParticipants(db: Database): void {
  db.update(person).set({ kind: "guest" }).where(eq(person.id, "a participant")).run();
  for (const personId of ["a participant", "an editor of Holbæk"]) {
    const place = { id: personId, workshopId: "live", personId, organisationId: "0316" };
    db.insert(participant)
      .values({ ...place, role: "leader", joinedAt: NOW })
      .run();
  }
}
