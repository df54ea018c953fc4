import type { Services } from "#app/http/load-context.server.ts";
import { listParticipants } from "#db/queries/live/participants.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { listTables } from "#db/queries/workshop-tables.ts";

/** Who has joined, in the order that they came. */
export async function loadJoined({ db }: Services, workshopId: string) {
  const [people, organisations, tables] = await Promise.all([
    listParticipants(db, workshopId),
    listOrganisations(db),
    listTables(db, workshopId),
  ]);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const numbers = new Map(tables.map(({ id, number }) => [id, number]));
  return people.map(({ id, name, organisationId, tableId, role, isGuest }) => ({
    id,
    name,
    role,
    isGuest,
    organisation: organisationId === null ? null : (names.get(organisationId) ?? null),
    table: tableId === null ? null : (numbers.get(tableId) ?? null),
  }));
}
