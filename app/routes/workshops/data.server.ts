import type { Services } from "#app/http/load-context.server.ts";
import { summariseBoards } from "#db/queries/board-summaries.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { readableWorkshops } from "#db/queries/workshops.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";
import type { Workshop } from "#domain/workshop.ts";

export interface ListedWorkshop extends Workshop {
  /** Over the boards that the reader may read. */
  readonly kommuner: number;
  readonly initiatives: number;
}

/** The workshops that the person may open, next one first, then those without a date and those behind. */
export async function loadWorkshops({ db, now }: Services, person: Person) {
  const boards = await readableBoards(db, person);
  const summaries = await summariseBoards(
    db,
    boards.map(({ id }) => id),
  );
  const at = now();
  const workshops = (await readableWorkshops(db, person)).map((workshop): ListedWorkshop => {
    const own = boards.filter((board) => board.workshop.id === workshop.id);
    const initiatives = own.reduce((sum, { id }) => sum + (summaries.get(id)?.initiatives ?? 0), 0);
    return { ...workshop, kommuner: own.length, initiatives };
  });
  return {
    workshops: workshops.toSorted((a, b) => orderOf(a, at) - orderOf(b, at)),
    mayCreate: can(person, "workshop.create", INSTALLATION),
  };
}

function orderOf({ startsAt }: Workshop, now: number): number {
  if (startsAt === null) return Number.MAX_SAFE_INTEGER / 2;
  return startsAt >= now ? startsAt : Number.MAX_SAFE_INTEGER - startsAt;
}
