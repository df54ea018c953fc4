import type { SearchResults } from "#app/components/search-dialog.tsx";
import type { Services } from "#app/http/load-context.server.ts";
import { suggestActors } from "#db/queries/actors.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { searchInitiatives } from "#db/queries/search.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";

const INITIATIVES_SHOWN = 8;
const ACTORS_SHOWN = 5;
const QUERY_LIMIT = 200;

export async function search({ db }: Services, person: Person, text: string): Promise<SearchResults> {
  const query = text.normalize("NFC").trim().slice(0, QUERY_LIMIT);
  const boardIds = (await readableBoards(db, person)).map(({ id }) => id);
  const [initiatives, matches] = await Promise.all([
    searchInitiatives(db, { query, boardIds, limit: INITIATIVES_SHOWN }),
    can(person, "actor.read", INSTALLATION) ? suggestActors(db, { query, limit: ACTORS_SHOWN }) : [],
  ]);
  const actors = matches.map(({ entry: { id, name, type } }) => ({ id, name, type }));
  return { query, initiatives, actors };
}
