import type { Answer, FindingKind } from "#domain/finding.ts";

interface Side {
  readonly title: string;
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

/** A finding as seen from one's own kommune. */
export interface FindingNews {
  readonly id: string;
  readonly kind: FindingKind;
  readonly own: string;
  readonly other: string;
  /** The other kommune; null when both initiatives are one's own. */
  readonly organisation: string | null;
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
    own: own.title,
    other: other.title,
    organisation: ownIds.has(other.organisation.id) ? null : other.organisation.name,
    theirAnswer: theirs?.answer ?? null,
    changedSince: decision.changedSince,
  };
}
