/** What the check means for the hall: how many pairs have been answered, and which actors many kommuner count on. */
import type { Database } from "#db/client.ts";
import { listActorUses, loadsOf } from "#db/queries/actor-uses.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { tallyFindings } from "#db/queries/board-summaries.ts";
import { type Board, listBoards } from "#db/queries/boards.ts";
import { BUSY_ACTOR_MUNICIPALITIES } from "#domain/actor.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { ShownCheck } from "#domain/live/view.ts";

/** Most that are read from the back of the room. */
const PRESSED_SHOWN = 6;

/** Of what the kommuner share with the workshop; what a kommune keeps to itself is not counted. */
export async function checkOf(db: Database, workshopId: string): Promise<ShownCheck> {
  const boards = (await listBoards(db)).filter(
    ({ workshop, visibility }) => workshop.id === workshopId && visibility !== "own",
  );
  const { total, decided } = await tallyFindings(db, boards);
  return { total, decided, pressed: await pressedActors(db, boards) };
}

async function pressedActors(db: Database, boards: readonly Board[]): Promise<ShownCheck["pressed"]> {
  const registry = await loadRegistry(db);
  const names = new Map(boards.map(({ organisation }) => [organisation.id, organisation.name]));
  return [...loadsOf(await listActorUses(db, boards, registry), boards)]
    .filter(([, { organisationIds }]) => organisationIds.length >= BUSY_ACTOR_MUNICIPALITIES)
    .map(([id, { organisationIds }]) => ({
      id,
      name: registry.get(id)?.shortName ?? registry.get(id)?.name ?? id,
      kommuner: organisationIds.map((each) => names.get(each) ?? each).sort(compareDanish),
    }))
    .sort((a, b) => b.kommuner.length - a.kommuner.length || compareDanish(a.name, b.name))
    .slice(0, PRESSED_SHOWN);
}
