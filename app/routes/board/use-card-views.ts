import { useRef } from "react";
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import type { Writer, Writers } from "./people.ts";

/** A card with everything that is painted on it; the same object for as long as nothing of that changes. */
export interface CardView {
  readonly id: string;
  readonly initiative: InitiativeSnapshot;
  readonly badges: readonly { readonly kind: FindingKind; readonly count: number }[];
  readonly writers: readonly Writer[];
  /** Somebody else changed it since one's last visit. */
  readonly isChanged: boolean;
}

export type Badges = Readonly<Record<string, Readonly<Record<FindingKind, number>>>>;

export interface CardSources {
  readonly badges: Badges;
  readonly writers: Writers;
  readonly changed: ReadonlySet<string>;
}

const NO_WRITERS: readonly Writer[] = [];

export function viewOf(initiative: InitiativeSnapshot, { badges, writers, changed }: CardSources): CardView {
  const counts = badges[initiative.id];
  return {
    id: initiative.id,
    initiative,
    badges: FINDING_KINDS.flatMap((kind) => {
      const count = counts?.[kind] ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    }),
    writers: writers.get(initiative.id) ?? NO_WRITERS,
    isChanged: changed.has(initiative.id),
  };
}

const isSame = (a: CardView, b: CardView): boolean =>
  a.initiative === b.initiative &&
  a.isChanged === b.isChanged &&
  a.writers === b.writers &&
  JSON.stringify(a.badges) === JSON.stringify(b.badges);

/** Views of the cards; a view that says what it said before is the same object, so that its card is not painted anew. */
export function useCardViews(): (initiative: InitiativeSnapshot, sources: CardSources) => CardView {
  const known = useRef(new Map<string, CardView>());
  return (initiative, sources) => {
    const next = viewOf(initiative, sources);
    const before = known.current.get(initiative.id);
    if (before !== undefined && isSame(before, next)) return before;
    known.current.set(initiative.id, next);
    return next;
  };
}
