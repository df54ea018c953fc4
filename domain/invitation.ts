/** Who may invite to what, and how long an invitation lives. */
import type { Role } from "#domain/organisation.ts";
import type { Person } from "#domain/permissions.ts";

export const INVITATION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

export interface InvitationTimes {
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}
export type InvitationState = "open" | "used" | "revoked" | "expired";

export function invitationState({ usedAt, revokedAt, expiresAt }: InvitationTimes, now: number): InvitationState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/** What a kommune's own administrator gives away: work on its boards, and the administration itself. */
const OWN_ROLES: readonly Role[] = ["editor", "kommune-admin"];
/** Roles that reach across kommuner come from whoever runs the installation. */
const ACROSS_ROLES: readonly Role[] = ["facilitator", "consultant", "steward"];

/** The roles that the person may invite to in this organisation; none for most. */
export function rolesToGive(person: Person, organisationId: string): readonly Role[] {
  if (person.roles.some(({ role }) => role === "system-admin")) return [...OWN_ROLES, ...ACROSS_ROLES];
  const isAdministrator = person.roles.some(
    (held) => held.role === "kommune-admin" && held.organisationId === organisationId,
  );
  return isAdministrator ? OWN_ROLES : [];
}
