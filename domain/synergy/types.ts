/** What goes into the check and what comes out of it. */
import type { ActorType } from "#domain/actor.ts";
import type { FindingKind, Reason, Strength } from "#domain/finding.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";

export interface SynergyActor {
  /** Registry id as the initiative has it, merged or not, or null when only a name is known. */
  readonly id: string | null;
  readonly name: string;
  readonly type: ActorType | null;
}

/** An initiative as the check reads it. Vocabulary ids are those of `domain/reference`. */
export interface SynergyInitiative {
  /** Unique over everything that is checked together. */
  readonly key: string;
  /** Kommune code or, offline, its name: equal means the same kommune. */
  readonly municipality: string;
  readonly title: string;
  readonly description: string;
  readonly professions: readonly string[];
  readonly themes: readonly string[];
  readonly activities: readonly string[];
  readonly targetGroups: readonly string[];
  readonly departments: readonly string[];
  readonly chainLinks: readonly string[];
  /** Null makes no claim about phase. */
  readonly status: InitiativeStatus | null;
  readonly startYear: number | null;
  readonly actors: readonly SynergyActor[];
}

export type SynergyScores = Readonly<Record<FindingKind, number>>;

export interface SynergyPair {
  readonly a: string;
  readonly b: string;
  /** Null when the pair would not be shown. */
  readonly kind: FindingKind | null;
  readonly scores: SynergyScores;
  readonly strength: Strength;
  readonly reasons: readonly Reason[];
  /** What an answer to the pair is about: see content-hash.ts. */
  readonly aHash: string;
  readonly bHash: string;
}

/** A pair that is worth a person's time. */
export type ShownPair = SynergyPair & { readonly kind: FindingKind };

/** Text being written, not stored yet. `key` names the initiative when it exists, so that it is not its own match. */
export type SynergyDraft = SynergyInitiative & { readonly boardId: string };

/** A related initiative for a draft. `a` in the reasons is the draft, `b` the match. */
export interface SynergyMatch {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly municipality: string;
  readonly title: string;
  readonly status: InitiativeStatus | null;
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly reasons: readonly Reason[];
}

export type { Reason };
