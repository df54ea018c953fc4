/** Ballots: cast while they are open, blind; counted once, when they are revealed, and then the single votes are gone. */
import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { agendaItem, participant, vote, workshopRun } from "#db/schema/live.ts";
import { organisation } from "#db/schema/organisation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import {
  type BallotCount,
  type BallotResult,
  type BallotTarget,
  type CastVote,
  seatVoter,
  shownOf,
  tally,
} from "#domain/live/ballot.ts";
import { PROXY_SEATS } from "#domain/live/participant.ts";
import type { LiveView, ShownBallot } from "#domain/live/view.ts";
import { agendaIn } from "./agenda.ts";
import { isTarget, type ShownTarget, targetsOf } from "./ballot-targets.ts";

type Reader = Pick<Database, "select">;

export interface Ballot {
  readonly workshopId: string;
  readonly itemId: string;
}

/** Who votes: a participant, or the host of a table for one of its seats. */
export interface Voter {
  readonly participantId: string;
  readonly seat?: number;
}

export type Cast =
  | { readonly cast: true; readonly left: number }
  | { readonly cast: false; readonly refused: "closed" | "budget" | "target" | "seat" };

/** Sets how many votes the voter gives a target; 0 takes them back. Nothing changes when it is refused. */
export async function castVote(
  db: Database,
  { workshopId, itemId, voter, targetId, votes }: Ballot & { voter: Voter; targetId: string; votes: number },
): Promise<Cast> {
  return db.transaction((tx) => {
    const item = openBallot(tx, { workshopId, itemId });
    const named = item === null ? null : voterIn(tx, { workshopId, voter });
    if (item === null) return { cast: false, refused: "closed" } as const;
    if (named === null) return { cast: false, refused: "seat" } as const;
    if (!isTarget(tx, { workshopId, itemId }, targetId)) return { cast: false, refused: "target" } as const;
    const others = tx
      .select({ votes: sql<number>`coalesce(sum(${vote.votes}), 0)` })
      .from(vote)
      .where(and(eq(vote.itemId, itemId), eq(vote.voter, named.voter), ne(vote.targetId, targetId)))
      .get();
    const left = item.budget - (others?.votes ?? 0) - votes;
    if (left < 0 || votes < 0) return { cast: false, refused: "budget" } as const;
    setVotes(tx, { itemId, targetId, votes, ...named });
    return { cast: true, left } as const;
  });
}

function setVotes(tx: Pick<Database, "insert" | "delete">, row: typeof vote.$inferInsert): void {
  const { itemId, voter, targetId, votes } = row;
  if (votes > 0) {
    tx.insert(vote)
      .values(row)
      .onConflictDoUpdate({ target: [vote.itemId, vote.voter, vote.targetId], set: { votes } })
      .run();
  } else {
    tx.delete(vote)
      .where(and(eq(vote.itemId, itemId), eq(vote.voter, voter), eq(vote.targetId, targetId)))
      .run();
  }
}

/** The ballot that is open now, with its budget. */
function openBallot(db: Reader, { workshopId, itemId }: Ballot): { budget: number } | null {
  const found = db
    .select({ budget: agendaItem.voteBudget })
    .from(workshopRun)
    .innerJoin(agendaItem, eq(agendaItem.id, workshopRun.itemId))
    .where(
      and(
        eq(workshopRun.workshopId, workshopId),
        isNull(workshopRun.closedAt),
        eq(agendaItem.id, itemId),
        eq(agendaItem.kind, "vote"),
        isNull(agendaItem.revealedAt),
      ),
    )
    .get();
  return found === undefined || found.budget === null ? null : { budget: found.budget };
}

type NamedVoter = Pick<typeof vote.$inferSelect, "voter" | "organisationId" | "role">;

/** As whom the vote is kept; null for a seat that the participant does not host. */
function voterIn(db: Reader, { workshopId, voter }: { workshopId: string; voter: Voter }): NamedVoter | null {
  const found = db
    .select()
    .from(participant)
    .where(and(eq(participant.id, voter.participantId), eq(participant.workshopId, workshopId)))
    .get();
  if (found === undefined) return null;
  const { organisationId } = found;
  if (voter.seat === undefined) return { voter: found.id, organisationId, role: found.role };
  const hosts = found.isHost && found.tableId !== null && PROXY_SEATS.some((seat) => seat === voter.seat);
  return hosts && found.tableId !== null
    ? { voter: seatVoter(found.tableId, voter.seat), organisationId, role: null }
    : null;
}

/** What the voter has given so far, by target id. */
export async function ownVotes(
  db: Database,
  { workshopId, itemId, voter }: Ballot & { voter: Voter },
): Promise<Readonly<Record<string, number>>> {
  const named = voterIn(db, { workshopId, voter });
  if (named === null) return {};
  const rows = db
    .select({ targetId: vote.targetId, votes: vote.votes })
    .from(vote)
    .where(and(eq(vote.itemId, itemId), eq(vote.voter, named.voter)))
    .all();
  return Object.fromEntries(rows.map(({ targetId, votes }) => [targetId, votes]));
}

/**
 * Counts the ballot and shows the result. The single votes go: what stays says nothing of one person.
 *
 * @returns false when there is no ballot to reveal
 */
export async function revealBallot(db: Database, reveal: BallotReveal): Promise<boolean> {
  return db.transaction((tx) => revealBallotIn(tx, reveal));
}

export interface BallotReveal extends Ballot {
  readonly personId: string;
  readonly now: number;
}

/** For a query that reveals it in its own transaction. */
export function revealBallotIn(
  tx: Pick<Database, "select" | "insert" | "update" | "delete">,
  { workshopId, itemId, personId, now }: BallotReveal,
): boolean {
  const agenda = agendaIn(tx, workshopId);
  const item = agenda.find(({ id }) => id === itemId);
  if (item === undefined || item.kind !== "vote" || item.revealedAt !== null) return false;
  const ballotResult = tally(targetsOf(tx, agenda, itemId).map(toTarget), votesOf(tx, itemId));
  tx.update(agendaItem).set({ revealedAt: now, ballotResult }).where(eq(agendaItem.id, itemId)).run();
  tx.delete(vote).where(eq(vote.itemId, itemId)).run();
  insertAudit(tx, { at: now, personId, action: "ballot-revealed", subject: workshopId, detail: { item: itemId } });
  return true;
}

const toTarget = ({ id, text }: ShownTarget): BallotTarget => ({ id, text });

function votesOf(db: Reader, itemId: string): CastVote[] {
  return db
    .select({
      voter: vote.voter,
      targetId: vote.targetId,
      votes: vote.votes,
      role: vote.role,
      organisationId: vote.organisationId,
      kind: organisation.kind,
    })
    .from(vote)
    .leftJoin(organisation, eq(organisation.id, vote.organisationId))
    .where(eq(vote.itemId, itemId))
    .all()
    .map(({ organisationId, kind, ...cast }) => ({
      ...cast,
      municipalityId: kind === "municipality" ? organisationId : null,
    }));
}

/** How the result of a ballot is shown; null for an item that is none, or has none yet. */
export interface Showing {
  readonly result: BallotResult;
  readonly count: BallotCount;
  readonly shownFrom: number;
}

export function showingOf(tx: Reader, { workshopId, itemId }: Ballot): Showing | null {
  const found = tx
    .select({ result: agendaItem.ballotResult, count: agendaItem.ballotCount, shownFrom: agendaItem.shownFrom })
    .from(agendaItem)
    .where(and(eq(agendaItem.id, itemId), eq(agendaItem.workshopId, workshopId)))
    .get();
  const result = found?.result ?? null;
  return found === undefined || result === null ? null : { ...found, result };
}

export const setShowing = (
  tx: Pick<Database, "update">,
  itemId: string,
  showing: Partial<Pick<typeof agendaItem.$inferInsert, "ballotCount" | "shownFrom">>,
): void => void tx.update(agendaItem).set(showing).where(eq(agendaItem.id, itemId)).run();

/** The results of a workshop's ballots, by item id. */
export const ballotResults = (db: Reader, workshopId: string): ReadonlyMap<string, BallotResult> =>
  new Map(
    db
      .select({ id: agendaItem.id, result: agendaItem.ballotResult })
      .from(agendaItem)
      .where(and(eq(agendaItem.workshopId, workshopId), isNotNull(agendaItem.ballotResult)))
      .all()
      .flatMap(({ id, result }) => (result === null ? [] : [[id, result] as const])),
  );

/** The ballots that have begun. How anybody voted is not in it before the reveal. */
export function ballotSection(db: Database, workshopId: string, agenda: readonly AgendaItem[]): LiveView["ballots"] {
  const begun = agenda.filter(({ kind, startedAt }) => kind === "vote" && startedAt !== null);
  return Object.fromEntries(
    begun.map((item): [string, ShownBallot] => {
      const showing = showingOf(db, { workshopId, itemId: item.id });
      return [
        item.id,
        {
          targets: showing === null ? targetsOf(db, agenda, item.id) : [],
          budget: item.voteBudget ?? 0,
          result: showing === null ? null : shownOf(showing.result, showing.count, showing.shownFrom),
          count: showing?.count ?? "raw",
          shownFrom: showing?.shownFrom ?? 1,
        },
      ];
    }),
  );
}

/** How many have voted in the ballots that are open. */
export function votersSection(db: Reader, workshopId: string): LiveView["voters"] {
  const rows = db
    .select({ itemId: vote.itemId, voters: sql<number>`count(distinct ${vote.voter})` })
    .from(vote)
    .innerJoin(agendaItem, eq(agendaItem.id, vote.itemId))
    .where(eq(agendaItem.workshopId, workshopId))
    .groupBy(vote.itemId)
    .all();
  return Object.fromEntries(rows.map(({ itemId, voters }) => [itemId, voters]));
}
