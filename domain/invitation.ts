/** Who may invite to what, and how long an invitation lives. */
import type { Role } from "#domain/organisation.ts";
import type { Person } from "#domain/permissions.ts";

export const INVITATION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

export interface InvitationFacts {
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
  /** Whether its role may still be given by the one who made it. */
  readonly isGiven: boolean;
}
export type InvitationState = "open" | "used" | "revoked" | "expired";

export function invitationState(
  { usedAt, revokedAt, expiresAt, isGiven }: InvitationFacts,
  now: number,
): InvitationState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now || !isGiven ? "expired" : "open";
}

/** What a kommune's own administrator gives away: work on its boards, and the administration itself. */
const OWN_ROLES: readonly Role[] = ["editor", "kommune-admin"];
/** Roles that reach across kommuner come from whoever runs the installation. */
const ACROSS_ROLES: readonly Role[] = ["facilitator", "consultant", "steward"];

interface Giving {
  /** Whether the one who invites administers the organisation now. */
  readonly inviterAdministers: boolean;
  readonly hasAdministrator: boolean;
}

/**
 * Whether an organisation's role may be given: by its own administrators, and the first of these by whoever runs the
 * installation or the workshop. Asked when the invitation is made, and again when it is taken.
 */
export function mayBeGiven(role: Role, { inviterAdministers, hasAdministrator }: Giving): boolean {
  if (!OWN_ROLES.includes(role)) return true;
  return inviterAdministers || (role === "kommune-admin" && !hasAdministrator);
}

/** The roles that the person may invite to in this organisation; none for most. */
export function rolesToGive(
  person: Person,
  { id, hasAdministrator }: { readonly id: string; readonly hasAdministrator: boolean },
): readonly Role[] {
  const isOperator = person.roles.some(({ role }) => role === "system-admin");
  const inviterAdministers = person.roles.some((held) => held.role === "kommune-admin" && held.organisationId === id);
  if (!isOperator && !inviterAdministers) return [];
  const own = OWN_ROLES.filter((role) => mayBeGiven(role, { inviterAdministers, hasAdministrator }));
  return isOperator ? [...own, ...ACROSS_ROLES] : own;
}
