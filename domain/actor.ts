export const ACTOR_TYPES = [
  "municipality",
  "union",
  "school",
  "education-institution",
  "employer-organisation",
  "region",
  "state-agency",
  "jobcentre",
  "civil-society",
  "company",
  "other",
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];
export const isActorType = (value: unknown): value is ActorType => (ACTOR_TYPES as readonly unknown[]).includes(value);

/**
 * `proposed` is shown as "ny" until a steward approves it; a `merged` actor lives on as an alias of another and can be
 * taken apart again.
 */
export const ACTOR_STATES = ["approved", "proposed", "merged"] as const;
export type ActorState = (typeof ACTOR_STATES)[number];

/**
 * How far an actor reaches. `umbrella` bodies (KL, STAR, FOA without a branch) are never a shared actor of two
 * initiatives; `generic` entries stand for each kommune's own (its jobcentre) and are shared within one kommune only.
 */
export const ACTOR_LEVELS = ["local", "regional", "umbrella", "generic"] as const;
export type ActorLevel = (typeof ACTOR_LEVELS)[number];

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly aliases: readonly string[];
  readonly type: ActorType;
  readonly level: ActorLevel;
  readonly state: ActorState;
}

/** From so many kommuner on, an actor that is named in their initiatives is flagged: one common letter beats many. */
export const BUSY_ACTOR_MUNICIPALITIES = 3;

/** Characters in an actor's name. */
export const ACTOR_NAME_LIMIT = 120;
