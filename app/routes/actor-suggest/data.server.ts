import type { Services } from "#app/http/load-context.server.ts";
import { suggestActors } from "#db/queries/actors.ts";
import { type ActorSuggestion, toSuggestion } from "#domain/actor-registry.ts";
import type { Person } from "#domain/permissions.ts";

const LIMIT = 20;

/** Actors near the person's own kommune come first among equals. */
export async function loadSuggestions(
  { db }: Services,
  { query, person }: { query: string; person: Person },
): Promise<ActorSuggestion[]> {
  const near = person.roles.find(({ organisationId }) => organisationId !== null)?.organisationId ?? null;
  const matches = await suggestActors(db, { query, limit: LIMIT, ...(near !== null && { near }) });
  return matches.map(toSuggestion);
}
