import { useRef } from "react";
import { FINDING_KINDS, type FindingKind } from "#domain/finding.ts";
import { type InitiativeSnapshot, LANES, type Lane } from "#domain/initiative.ts";
import type { LaneCards } from "./board-view.ts";
import type { Writer, Writers } from "./people.ts";

/** A card with everything that is painted on it; the same object for as long as nothing of that changes. */
export interface CardView {
  readonly id: string;
  readonly initiative: InitiativeSnapshot;
  readonly badges: readonly { readonly kind: FindingKind; readonly count: number }[];
  readonly openThreads: number;
  readonly writers: readonly Writer[];
  /** Somebody else changed it since one's last visit. */
  readonly isChanged: boolean;
  readonly isOpen: boolean;
}

export type Badges = Readonly<Record<string, Readonly<Record<FindingKind, number>>>>;

export interface CardSources {
  readonly badges: Badges;
  readonly openThreads: Readonly<Record<string, number>>;
  readonly writers: Writers;
  readonly changed: ReadonlySet<string>;
  readonly openCardId: string | null;
}

const NO_WRITERS: readonly Writer[] = [];

export function viewOf(initiative: InitiativeSnapshot, sources: CardSources): CardView {
  const { badges, openThreads, writers, changed, openCardId } = sources;
  const counts = badges[initiative.id];
  return {
    id: initiative.id,
    initiative,
    badges: FINDING_KINDS.flatMap((kind) => {
      const count = counts?.[kind] ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    }),
    openThreads: openThreads[initiative.id] ?? 0,
    writers: writers.get(initiative.id) ?? NO_WRITERS,
    isChanged: changed.has(initiative.id),
    isOpen: initiative.id === openCardId,
  };
}

const isSame = (a: CardView, b: CardView): boolean =>
  a.initiative === b.initiative &&
  a.isChanged === b.isChanged &&
  a.isOpen === b.isOpen &&
  a.openThreads === b.openThreads &&
  a.writers === b.writers &&
  JSON.stringify(a.badges) === JSON.stringify(b.badges);

export interface LaneViews {
  /** The cards of each lane that the filter lets through; the same list until one of its cards changes. */
  readonly byLane: Readonly<Record<Lane, readonly CardView[]>>;
  readonly byId: ReadonlyMap<string, CardView>;
  readonly count: number;
}

type Shows = (initiative: InitiativeSnapshot) => boolean;

/** Views of the cards on the screen; a view that says what it said before is the same object. */
export function useLaneViews(lanes: LaneCards, sources: CardSources, shows: Shows): LaneViews {
  const known = useRef<LaneViews>({
    byLane: { idea: [], trial: [], running: [], finished: [] },
    byId: new Map(),
    count: 0,
  });
  const before = known.current;
  const byId = new Map<string, CardView>();
  const byLane = { ...before.byLane };
  for (const lane of LANES) {
    const views = lanes[lane]
      .filter(shows)
      .map((initiative) => keep(before.byId.get(initiative.id), viewOf(initiative, sources)));
    for (const view of views) byId.set(view.id, view);
    if (!isSameList(byLane[lane], views)) byLane[lane] = views;
  }
  known.current = { byLane, byId, count: byId.size };
  return known.current;
}

const keep = (before: CardView | undefined, next: CardView): CardView =>
  before !== undefined && isSame(before, next) ? before : next;

const isSameList = (a: readonly CardView[], b: readonly CardView[]): boolean =>
  a.length === b.length && a.every((view, at) => view === b[at]);
