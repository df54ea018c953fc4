/** What the server and the engine's thread say to each other. */
import type { Reworded } from "#db/queries/finding-answers.ts";
import type { FindingChanges } from "#db/queries/finding-storage.ts";
import type { Registry } from "#domain/actor-registry.ts";
import type { ChainLink, InitiativeStatus } from "#domain/initiative.ts";
import type { AlikeNotes, NoteText } from "#domain/synergy/alike-notes.ts";
import type { AddedForm } from "#domain/synergy/form-rules.ts";
import type { PassedOver } from "#domain/synergy/passed-over.ts";
import type { ShownPair, SynergyInitiative } from "#domain/synergy/types.ts";

export type Task =
  | { readonly do: "open"; readonly registry: Registry; readonly forms?: readonly AddedForm[] }
  | { readonly do: "add"; readonly initiatives: readonly SynergyInitiative[] }
  /** The next slice of a comparison of everything that was added; to be asked until `isDone`. */
  | { readonly do: "compareAll" }
  /** The same where the findings are stored already: nothing is told. */
  | { readonly do: "resume" }
  | { readonly do: "update"; readonly upserts: readonly SynergyInitiative[]; readonly removals: readonly string[] }
  | { readonly do: "setRegistry"; readonly registry: Registry }
  | { readonly do: "setForms"; readonly forms: readonly AddedForm[] }
  /** The initiatives on these boards in which a form stands. */
  | { readonly do: "findForm"; readonly form: AddedForm; readonly boardIds: ReadonlySet<string> }
  /** For each of these initiatives the pair that is not suggested although its words recur. */
  | { readonly do: "passedOver"; readonly keys: readonly string[] }
  | { readonly do: "links"; readonly keys: readonly string[] }
  | { readonly do: "alikeNotes"; readonly notes: readonly NoteText[] }
  | {
      readonly do: "similar";
      readonly draft: SynergyInitiative;
      readonly boardIds: ReadonlySet<string>;
      readonly limit: number;
    };

/** Written out as they are stored, because this thread has time for it and the server's has not. */
export type FoundChanges = Pick<FindingChanges, "found" | "gone">;

interface Fingerprinted {
  /** Of what the engine is made of and holds now: where it is the same again, so are the findings. */
  readonly fingerprint: string;
}

/** A shown pair with what a list says about its `b`. */
export interface SimilarPair {
  readonly pair: ShownPair;
  readonly municipality: string;
  readonly title: string;
  readonly status: InitiativeStatus | null;
}

/** A part of a comparison of everything. */
export interface Slice extends FoundChanges {
  readonly isDone: boolean;
  /** Initiatives that have been compared so far. */
  readonly compared: number;
}

export interface Results {
  readonly open: null;
  readonly add: Fingerprinted;
  readonly compareAll: Slice;
  readonly resume: Slice;
  readonly update: FoundChanges & Fingerprinted & { readonly reworded: readonly Reworded[] };
  readonly setRegistry: FoundChanges & Fingerprinted;
  readonly setForms: FoundChanges & Fingerprinted;
  readonly findForm: readonly string[];
  readonly passedOver: readonly PassedOver[];
  /** One per key, in their order. */
  readonly links: readonly (readonly ChainLink[])[];
  readonly alikeNotes: readonly AlikeNotes[];
  readonly similar: readonly SimilarPair[];
}

export interface Request {
  readonly id: number;
  readonly task: Task;
}

export type Answer =
  | { readonly id: number; readonly result: Results[Task["do"]] }
  | { readonly id: number; readonly error: string };
