/** The facilitator shows what was written, or what a ballot said. What has been shown is not taken back. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { agendaItem } from "#db/schema/live.ts";
import { type AgendaItem, collectsNotes } from "#domain/live/agenda.ts";
import type { BallotCount } from "#domain/live/ballot.ts";
import { agendaIn } from "./agenda.ts";
import { countBallotBy, revealBallotIn } from "./ballots.ts";
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

/** Shows the result of a ballot. */
export async function showResult(db: Database, by: By, itemId: string): Promise<Shown> {
  const { workshopId, personId, at: now } = by;
  return asLead(db, by, (tx): Shown => {
    const isShown = revealBallotIn(tx, { workshopId, itemId, personId, now });
    return isShown ? { done: true } : { refused: "no-such-item" };
  });
}

/** The result by votes, or with each kommune alike: on every screen. */
export async function setBallotCount(
  db: Database,
  by: By,
  { itemId, count }: { readonly itemId: string; readonly count: BallotCount },
): Promise<Shown> {
  return asLead(db, by, (tx): Shown => {
    const isThere = countBallotBy(tx, { workshopId: by.workshopId, itemId, count });
    return isThere ? { done: true } : { refused: "no-such-item" };
  });
}
