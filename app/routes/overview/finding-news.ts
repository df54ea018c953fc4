import type { Answer, FindingKind } from "#domain/finding.ts";
import { type InitiativeStatus, LANES, laneOf } from "#domain/initiative.ts";

interface Side {
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly organisation: { readonly id: string; readonly name: string };
}
interface FindingFacts {
  readonly id: string;
  readonly kind: FindingKind;
  readonly a: Side;
  readonly b: Side;
  readonly decision: {
    readonly changedSince: boolean;
    readonly standing: readonly { readonly organisationId: string; readonly answer: Answer }[];
  };
}

/** What lies between one's own initiative and the other one, seen from one's own kommune. */
export type Relation = FindingKind | "teach" | "within";

export interface FindingNews {
  readonly id: string;
  readonly kind: FindingKind;
  readonly relation: Relation;
  readonly own: string;
  readonly other: string;
  /** Of the other initiative; one's own where both are. */
  readonly organisation: string;
  readonly theirAnswer: Answer | null;
  readonly changedSince: boolean;
}

export function newsOf(finding: FindingFacts, ownIds: ReadonlySet<string>): FindingNews {
  const { id, kind, a, b, decision } = finding;
  const [own, other] = ownIds.has(a.organisation.id) ? [a, b] : [b, a];
  const theirs = decision.standing.find(({ organisationId }) => !ownIds.has(organisationId));
  return {
    id,
    kind,
    relation: ownIds.has(other.organisation.id) ? "within" : relationOf(kind, own, other),
    own: own.title,
    other: other.title,
    organisation: other.organisation.name,
    theirAnswer: theirs?.answer ?? null,
    changedSince: decision.changedSince,
  };
}

/** Whoever has come further is learned from. */
function relationOf(kind: FindingKind, own: Side, other: Side): Relation {
  const progress = ({ status }: Side) => LANES.indexOf(laneOf(status));
  return kind === "learn-from" && progress(own) > progress(other) ? "teach" : kind;
}
