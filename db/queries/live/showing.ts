/** The facilitator shows what was written, or what a ballot said. What has been shown is not taken back. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { agendaItem } from "#db/schema/live.ts";
import { type AgendaItem, collectsNotes } from "#domain/live/agenda.ts";
import { type BallotCount, placeAbove } from "#domain/live/ballot.ts";
import { agendaIn } from "./agenda.ts";
import { revealBallotIn, setShowing, showingOf } from "./ballots.ts";
import { asLead, type By, type Move, type Refused, type Tx } from "./lead.ts";
import { revealNotes } from "./reveal.ts";

type Shown = { readonly done: true } | Refused;

export interface WhatToShow {
  /** The item that collected the notes. */
  readonly itemId: string;
  /** Null is all of them. */
  readonly laneId: string | null;
}

/** Shows all notes of an item, or those under one of its headings; again for notes that came later. */
export async function showNotes(db: Database, move: Move, { itemId, laneId }: WhatToShow): Promise<Shown> {
  return asLead(db, move, (tx): Shown => {
    const item = agendaIn(tx, move.workshopId).find(({ id }) => id === itemId);
    const isThere = item !== undefined && (laneId === null || item.lanes.some(({ id }) => id === laneId));
    if (!isThere || !collectsNotes(item)) return { refused: "no-such-item" };
    show(tx, item, { ...move, laneId });
    return { done: true };
  });
}

function show(tx: Tx, item: AgendaItem, { laneId, ...move }: Move & Pick<WhatToShow, "laneId">): void {
  const { at, random, workshopId, personId } = move;
  revealNotes(tx, { itemId: item.id, laneId, at, random });
  const lanes = laneId === null ? item.lanes.map(({ id }) => id) : [...new Set([...item.revealedLanes, laneId])];
  const isAll = laneId === null || item.lanes.every(({ id }) => lanes.includes(id));
  tx.update(agendaItem)
    .set({ revealedLanes: lanes, ...(isAll && { revealedAt: item.revealedAt ?? at }) })
    .where(eq(agendaItem.id, item.id))
    .run();
  const detail = { item: item.id, lane: laneId ?? "" };
  insertAudit(tx, { at, personId, action: "live-revealed", subject: workshopId, detail });
}

/** What an item kept to its end. */
export function showAtEnd(tx: Tx, item: AgendaItem, move: Move): void {
  const { workshopId, personId, at } = move;
  if (collectsNotes(item)) show(tx, item, { ...move, laneId: null });
  else revealBallotIn(tx, { workshopId, itemId: item.id, personId, now: at });
}

export interface HowToShow {
  readonly itemId: string;
  /** All of it, or the next place on the way up from the fifth. */
  readonly how?: "all" | "step";
  /** The best place that was shown for who pressed, 0 before any: pressed twice, it goes on once. */
  readonly from?: number;
}

/** Shows the result of a ballot, or more of it. */
export async function showResult(db: Database, by: By, { itemId, how = "all", from = 0 }: HowToShow): Promise<Shown> {
  const { workshopId, personId, at: now } = by;
  return asLead(db, by, (tx): Shown => {
    const isCounted = revealBallotIn(tx, { workshopId, itemId, personId, now });
    const showing = showingOf(tx, { workshopId, itemId });
    if (showing === null || (!isCounted && showing.shownFrom === 1)) return { refused: "no-such-item" };
    const { result, count, shownFrom } = showing;
    if (how === "all") setShowing(tx, itemId, { shownFrom: 1 });
    else if (isCounted) setShowing(tx, itemId, { shownFrom: placeAbove(result, count, null) });
    else if (from === shownFrom) setShowing(tx, itemId, { shownFrom: placeAbove(result, count, shownFrom) });
    return { done: true };
  });
}

/** The result by votes, or with each kommune alike: on every screen; not while it is shown place by place. */
export async function setBallotCount(
  db: Database,
  by: By,
  { itemId, count }: { readonly itemId: string; readonly count: BallotCount },
): Promise<Shown> {
  return asLead(db, by, (tx): Shown => {
    const item = agendaIn(tx, by.workshopId).find(({ id }) => id === itemId);
    if (item?.kind !== "vote") return { refused: "no-such-item" };
    const showing = showingOf(tx, { workshopId: by.workshopId, itemId });
    if (showing !== null && showing.shownFrom > 1) return { refused: "half-shown" };
    setShowing(tx, itemId, { ballotCount: count });
    return { done: true };
  });
}
