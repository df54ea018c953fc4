import type { Services } from "#app/http/load-context.server.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { findNamedPlaces, type NamedPlace } from "#db/queries/live/named-places.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { Person } from "#domain/permissions.ts";

export interface NamedOnBoard extends NamedPlace {
  readonly municipality: string;
}

/** On the boards of the workshop that the asker may read. */
export async function namedOnBoards(
  { db }: Pick<Services, "db">,
  { person, workshopId }: { readonly person: Person; readonly workshopId: string },
): Promise<NamedOnBoard[]> {
  const boards = (await readableBoards(db, person))
    .filter(({ workshop }) => workshop.id === workshopId)
    .sort((a, b) => compareDanish(a.organisation.name, b.organisation.name));
  const places = await findNamedPlaces(db, { workshopId, boardIds: boards.map(({ id }) => id) });
  const nameOf = (boardId: string) => boards.find(({ id }) => id === boardId)?.organisation.name ?? "";
  return places.map((place) => ({ ...place, municipality: nameOf(place.boardId) }));
}
