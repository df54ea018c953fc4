/** What the boards say to the hall: how many pairs are answered, which actors many kommuner count on, and where nobody does anything. */
import { and, count, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { listActorUses, loadsOf } from "#db/queries/actor-uses.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { tallyFindings } from "#db/queries/board-summaries.ts";
import { type Board, listBoards } from "#db/queries/boards.ts";
import { listReachedPeople } from "#db/queries/compare.ts";
import { finding, findingAnswer } from "#db/schema/finding.ts";
import { BUSY_ACTOR_MUNICIPALITIES } from "#domain/actor.ts";
import type { Registry } from "#domain/actor-registry.ts";
import { readCompareView } from "#domain/compare.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { ShownCheck, ShownWhiteSpot } from "#domain/live/view.ts";
import { whiteSpots } from "#domain/white-spots.ts";

/** Most that are read from the back of the room. */
const PRESSED_SHOWN = 6;
const WHITE_SPOTS_SHOWN = 4;
/** Several are of the same people and the same kommuner, and are told as one. */
const WHITE_SPOTS_READ = 24;

/** Of what the kommuner share with the workshop; what a kommune keeps to itself is not counted. */
export async function checkOf(db: Database, workshopId: string): Promise<ShownCheck> {
  const boards = (await listBoards(db)).filter(
    ({ workshop, visibility }) => workshop.id === workshopId && visibility !== "own",
  );
  const { total, decided } = await tallyFindings(db, boards);
  const shared = { boards, registry: await loadRegistry(db), names: namesOf(boards) };
  return {
    total,
    decided,
    answers: countAnswers(db, boards),
    pressed: await pressedActors(db, shared),
    whiteSpots: await whiteSpotsOf(db, shared),
  };
}

function countAnswers(db: Database, boards: readonly Board[]): number {
  const ids = boards.map(({ id }) => id);
  const counted = db
    .select({ answers: count() })
    .from(findingAnswer)
    .innerJoin(finding, eq(finding.id, findingAnswer.findingId))
    .where(and(inArray(finding.aBoardId, ids), inArray(finding.bBoardId, ids)))
    .get();
  return counted?.answers ?? 0;
}

interface SharedBoards {
  readonly boards: readonly Board[];
  readonly registry: Registry;
  readonly names: ReadonlyMap<string, string>;
}

const namesOf = (boards: readonly Board[]) =>
  new Map(boards.map(({ organisation }) => [organisation.id, organisation.name]));

async function whiteSpotsOf(
  db: Database,
  { boards, registry, names }: SharedBoards,
): Promise<ShownCheck["whiteSpots"]> {
  const { filter } = readCompareView(new URLSearchParams());
  const reached = await listReachedPeople(db, { boards, registry, filter });
  const told = new Map<string, ShownWhiteSpot>();
  for (const { link, targetGroup, reaching, missing } of whiteSpots(reached, WHITE_SPOTS_READ)) {
    const kommuner = missing.map((id) => names.get(id) ?? id).sort(compareDanish);
    const key = `${targetGroup} ${kommuner}`;
    told.set(key, { links: [...(told.get(key)?.links ?? []), link], targetGroup, reaching, missing: kommuner });
  }
  return [...told.values()].slice(0, WHITE_SPOTS_SHOWN);
}

async function pressedActors(db: Database, { boards, registry, names }: SharedBoards): Promise<ShownCheck["pressed"]> {
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
