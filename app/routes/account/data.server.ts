import type { CurrentSession, Services } from "#app/http/load-context.server.ts";
import { listOrganisations } from "#db/queries/organisations.ts";
import { readableWorkshops } from "#db/queries/workshops.ts";
import type { Role } from "#domain/organisation.ts";

export interface HeldRole {
  readonly role: Role;
  /** The organisation or workshop that it holds for; null where it reaches everywhere. */
  readonly where: string | null;
}

export async function loadAccount({ db, signIn }: Services, { id, person }: CurrentSession) {
  const organisations = new Map((await listOrganisations(db)).map((each) => [each.id, each.name]));
  const workshops = new Map((await readableWorkshops(db, person)).map((each) => [each.id, each.title]));
  const roles = person.roles.map(
    ({ role, organisationId, workshopId }): HeldRole => ({
      role,
      where: organisations.get(organisationId ?? "") ?? workshops.get(workshopId ?? "") ?? null,
    }),
  );
  const sessions = (await signIn.sessions(person.id)).map((session) => ({ ...session, isThis: session.id === id }));
  const { name, email, language } = person;
  return { name, email, language, roles, sessions };
}
