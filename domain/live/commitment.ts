/** An agreement (aftale) of a kommune: who does what first, with whom, by when. Five words for how it goes, no more. */
export const COMMITMENT_STATUSES = ["new", "under-way", "kept", "stalled", "dropped"] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

export interface Commitment {
  readonly id: string;
  readonly workshopId: string;
  readonly what: string;
  /** The kommune that has the lead. */
  readonly ownerId: string;
  /** Other kommuner and actors, by their names. */
  readonly partners: readonly string[];
  readonly firstStep: string;
  /** The day, as YYYY-MM-DD. */
  readonly due: string;
  readonly status: CommitmentStatus;
}

export const COMMITMENT_LIMITS = { what: 200, firstStep: 200, partners: 12, partner: 80, remark: 200 } as const;
