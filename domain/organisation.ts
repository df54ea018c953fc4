export const ORGANISATION_KINDS = ["municipality", "kl", "region", "union", "school", "education-institution"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The roles a person can hold. Where a role applies is said by its assignment: an organisation, a workshop, or everywhere. */
export const ROLES = [
  "editor",
  "kommune-admin",
  "facilitator",
  "consultant",
  "steward",
  "guest",
  "system-admin",
] as const;
export type Role = (typeof ROLES)[number];

/** `organisationId` is the four-digit kommune code for a kommune, otherwise the organisation's own id. */
export interface RoleAssignment {
  readonly role: Role;
  readonly organisationId: string | null;
  readonly workshopId: string | null;
}

export const BOARD_VISIBILITIES = ["own", "workshop", "all"] as const;
export type BoardVisibility = (typeof BOARD_VISIBILITIES)[number];

export const BOARD_ACCESSES = ["none", "read", "write"] as const;
export type BoardAccess = (typeof BOARD_ACCESSES)[number];
