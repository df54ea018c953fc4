/** What stands in the live workshop of the world that every address is asked in: what was agreed, parked and asked. */
import type { Database } from "#db/client.ts";
import { commitment, question, workshopEntry } from "#db/schema/live.ts";
import { NOW } from "./factories.ts";

/** An agreement of Holbæk is from the workshop `earlier`. */
export function addAfterWorld(db: Database): void {
  db.insert(commitment)
    .values({
      ...{ id: "promise", workshopId: "earlier", what: "Et kursus", ownerId: "0316", partners: [] },
      ...{ firstStep: "Ring", due: "2026-12-01", createdAt: NOW - 1 },
    })
    .run();
  db.insert(workshopEntry).values({ id: "entry", workshopId: "live", kind: "parked", text: "Senere", at: NOW }).run();
  for (const id of ["question", "same-question"])
    db.insert(question).values({ id, workshopId: "live", text: "Hvorfor?", askedAt: NOW }).run();
}
