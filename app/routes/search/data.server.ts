import type { SearchResults } from "#app/components/search-dialog.tsx";
import { besideReading } from "#app/http/beside-reading.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { suggestActors } from "#db/queries/actors.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { indexStaleText, searchInitiatives } from "#db/queries/search.ts";
import { can, INSTALLATION, type Person } from "#domain/permissions.ts";

const INITIATIVES_SHOWN = 8;
const ACTORS_SHOWN = 5;
const QUERY_LIMIT = 200;

/** What the request's `q` finds for the person. */
export async function search(context: Services, request: Request, person: Person): Promise<SearchResults> {
  const { db } = context;
  const text = new URL(request.url).searchParams.get("q") ?? "";
  const query = text.normalize("NFC").trim().slice(0, QUERY_LIMIT);
  const boardIds = (await readableBoards(db, person)).map(({ id }) => id);
  // What was written a moment ago is found, too; while the index cannot be written, what is in it is.
  await besideReading(context, request, () => indexStaleText(db, Number.MAX_SAFE_INTEGER));
  const [initiatives, matches] = await Promise.all([
    searchInitiatives(db, { query, boardIds, limit: INITIATIVES_SHOWN }),
    can(person, "actor.read", INSTALLATION) ? suggestActors(db, { query, limit: ACTORS_SHOWN }) : [],
  ]);
  const actors = matches.map(({ entry: { id, name, type } }) => ({ id, name, type }));
  return { query, initiatives, actors };
}
