/** Shapes that the board's loaders hand to its page. */
import type { ActorType } from "#domain/actor.ts";
import type { LoggedField } from "#domain/board-doc/schema.ts";
import type { MarkedWords, Stretch } from "#domain/highlight.ts";
import type { SynergyMatch } from "#domain/synergy/types.ts";

/** An actor as a card names it; `id` is the entry that counts now, after merges. */
export interface ActorName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly type: ActorType;
  /** Not looked at by a steward yet. */
  readonly isNew: boolean;
}

/** An initiative elsewhere that has something to do with the open card, told in the page's words. */
export interface RelatedInitiative extends Omit<SynergyMatch, "reasons"> {
  /** Why the check thinks so, the weightiest first. */
  readonly why: readonly string[];
  /** Stretches of the title that the reasons go by. */
  readonly titleMarks: readonly Stretch[];
  /** Where the title says nothing of it: the piece of the description that does. */
  readonly passage: MarkedWords | null;
  /** Null while only the text being written leads there. */
  readonly findingId: string | null;
}

/** Who changed a field of the open card last. */
export interface LastChange {
  readonly field: LoggedField;
  readonly personId: string | null;
  readonly name: string | null;
  readonly at: number;
}

export interface OpenCardFacts {
  readonly id: string;
  readonly changes: readonly LastChange[];
  readonly related: readonly RelatedInitiative[];
}
