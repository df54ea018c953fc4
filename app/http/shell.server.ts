import type { Shell } from "#app/components/shell-context.tsx";
import { countUnread } from "#db/queries/inbox.ts";
import { openWorkshopOf } from "#db/queries/live/participants.ts";
import { can, INSTALLATION } from "#domain/permissions.ts";
import type { Services } from "./load-context.server.ts";

export async function shellOf({ db, session, settings }: Services): Promise<Shell> {
  if (session === null) return { demo: settings.demo, person: null };
  const { id, name, roles, introSeen, isGuest } = session.person;
  const comparesMunicipalities = can(session.person, "compare.read", INSTALLATION);
  const readsActors = can(session.person, "actor.read", INSTALLATION);
  const hasOrganisation = roles.some(({ role }) => ["editor", "kommune-admin", "system-admin"].includes(role));
  const unread = await countUnread(db, session.person);
  const liveWorkshopId = openWorkshopOf(db, id);
  const may = { hasOrganisation, comparesMunicipalities, readsActors };
  const person = { id, name, ...may, introSeen, isGuest, unread, liveWorkshopId };
  return { demo: settings.demo, person };
}
