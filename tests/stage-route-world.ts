/** The workshops that the facilitator runs in the route tests: `stage` is at its second item, `stage-closed` is over. */
import type { Database } from "#db/client.ts";
import { closeRun, openRun } from "#db/queries/live/opening.ts";
import { goTo, next } from "#db/queries/live/stage.ts";
import { assignRole } from "#db/queries/people.ts";
import { agendaItem } from "#db/schema/live.ts";
import type { PhaseKind } from "#domain/live/agenda.ts";
import { addWorkshop } from "./factories.ts";

const AGENDA: readonly [string, PhaseKind][] = [
  ["item-begin", "silent-writing"],
  ["item-vote", "vote"],
  ["item-end", "check-out"],
];
const FACILITATORS = ["the facilitator", "colleague"];

export async function addStages(db: Database, at: number): Promise<void> {
  for (const workshopId of ["stage", "stage-closed"]) {
    addWorkshop(db, { id: workshopId, organisationIds: ["0316"] });
    for (const personId of FACILITATORS) {
      const role = { personId, role: "facilitator", organisationId: null, workshopId, createdBy: null } as const;
      await assignRole(db, { ...role, id: `${personId}-${workshopId}`, now: at });
    }
  }
  for (const [position, [id, kind]] of AGENDA.entries()) {
    const item = { id, workshopId: "stage", position, title: id, minutes: 10, kind, voteBudget: 3 };
    db.insert(agendaItem).values(item).run();
  }
  const lead = (workshopId: string) => ({ workshopId, personId: "the facilitator", at, random: () => 0.5 });
  await openRun(db, lead("stage"), () => 0);
  await openRun(db, lead("stage-closed"), () => 1);
  await next(db, lead("stage"), null);
  await goTo(db, lead("stage"), "item-vote");
  await closeRun(db, lead("stage-closed"));
}
