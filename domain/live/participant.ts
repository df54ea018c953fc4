/** Somebody who takes part in a live workshop. Never an e-mail address, a CPR number or whether they belong to a union. */

/** Where somebody works from. "Bredt flertal" counts these as actor types. */
/** A guest's phone finds its place again so long after the workshop was closed, to read what came of it. */
export const PLACE_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export const PARTICIPANT_ROLES = ["leader", "employee", "hr", "employment", "education", "union", "other"] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface Participant {
  readonly id: string;
  readonly workshopId: string;
  /** The account or guest behind the phone. */
  readonly personId: string;
  readonly name: string;
  /** The kommune or organisation; null for somebody from elsewhere. */
  readonly organisationId: string | null;
  readonly role: ParticipantRole;
  readonly tableId: string | null;
  /** Helps those at the table who have no phone. */
  readonly isHost: boolean;
  /** The item for which they have said that they are ready. */
  readonly readyItemId: string | null;
}

export const PARTICIPANT_NAME_LIMIT = 60;
/** Seats at a table that its host can vote for. */
export const PROXY_SEATS = [1, 2, 3, 4, 5, 6] as const;
/** Fewer from one kommune are shown as "øvrige" where only the kommune is shown: a small team is barely anonymous. */
export const SMALLEST_SHOWN_GROUP = 5;
