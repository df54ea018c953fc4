import type { Shell } from "#app/components/shell-context.tsx";
import type { Services } from "./load-context.server.ts";

export function shellOf({ session, settings }: Services): Shell {
  if (session === null) return { demo: settings.demo, person: null };
  const { id, name, roles } = session.person;
  const managesOrganisations = roles.some(({ role }) => role === "kommune-admin" || role === "system-admin");
  return { demo: settings.demo, person: { id, name, managesOrganisations } };
}
