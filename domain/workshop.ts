/** The six steps of a workshop, in order; the facilitator moves it on. */
export const WORKSHOP_PHASES = ["map", "share", "find", "prioritise", "agree", "follow-up"] as const;
export type WorkshopPhase = (typeof WORKSHOP_PHASES)[number];

export interface Workshop {
  readonly id: string;
  readonly title: string;
  readonly organiser: string;
  readonly phase: WorkshopPhase;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}
