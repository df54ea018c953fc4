import type { Shell } from "#app/components/shell-context.tsx";
import { can, INSTALLATION } from "#domain/permissions.ts";
import type { Services } from "./load-context.server.ts";

export function shellOf({ session, settings }: Services): Shell {
  if (session === null) return { demo: settings.demo, person: null };
  const { id, name, roles, introSeen } = session.person;
  const comparesMunicipalities = can(session.person, "compare.read", INSTALLATION);
  const readsActors = can(session.person, "actor.read", INSTALLATION);
  const hasOrganisation = roles.some(({ role }) => ["editor", "kommune-admin", "system-admin"].includes(role));
  const person = { id, name, hasOrganisation, introSeen, comparesMunicipalities, readsActors };
  return { demo: settings.demo, person };
}
