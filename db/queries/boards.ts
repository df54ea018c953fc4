/** Boards: whose they are, who may read them, how many initiatives they hold. */
import { asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { projectedInitiatives } from "#db/queries/board-page.ts";
import { board, boardAccess } from "#db/schema/board.ts";
import { initiative } from "#db/schema/initiative.ts";
import { agendaItem, workshopRun } from "#db/schema/live.ts";
import { organisation } from "#db/schema/organisation.ts";
import { workshop, workshopOrganisation } from "#db/schema/workshop.ts";
import { parseRoomName, roomName } from "#domain/board-doc/wire.ts";
import type { BoardSnapshot } from "#domain/initiative.ts";
import type { PhaseKind } from "#domain/live/agenda.ts";
import type { BoardAccess, BoardVisibility, OrganisationKind } from "#domain/organisation.ts";
import {
  type BoardSubject,
  can,
  type GuestAccess,
  NO_GUESTS,
  type Person,
  visibilityNow,
} from "#domain/permissions.ts";

/** A board as lists show it. `room` is its name under `/collab/`. */
export interface Board {
  readonly id: string;
  readonly room: string;
  readonly generation: number;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: OrganisationKind };
  readonly workshop: { readonly id: string; readonly title: string };
  /** Who may read it now; its own kommune alone while that takes no part in the workshop. */
  readonly visibility: BoardVisibility;
  readonly takesPart: boolean;
}

export interface ReadableBoard extends Board {
  readonly access: Exclude<BoardAccess, "none">;
}

/** Asked at every door and again whenever rights change. */
const statements = prepared((db) => ({
  board: db
    .select()
    .from(board)
    .where(eq(board.id, sql.placeholder("boardId")))
    .prepare(),
  organisations: db
    .select({ id: workshopOrganisation.organisationId })
    .from(workshopOrganisation)
    .where(eq(workshopOrganisation.workshopId, sql.placeholder("workshopId")))
    .prepare(),
  run: db
    .select({ closedAt: workshopRun.closedAt, kind: agendaItem.kind })
    .from(workshopRun)
    .leftJoin(agendaItem, eq(agendaItem.id, workshopRun.itemId))
    .where(eq(workshopRun.workshopId, sql.placeholder("workshopId")))
    .prepare(),
}));

type StoredBoard = typeof board.$inferSelect;

/** The board for `can()`; null when it is unknown or deleted. */
export async function boardSubject(db: Database, boardId: string): Promise<BoardSubject | null> {
  return subjectIf(db, boardId, ({ deletedAt }) => deletedAt === null);
}

/** A deleted board, for those who may bring it back; null when it is unknown or not deleted. */
export async function deletedBoardSubject(db: Database, boardId: string): Promise<BoardSubject | null> {
  return subjectIf(db, boardId, ({ deletedAt }) => deletedAt !== null);
}

/** As `boardSubject`, by the room's name; null too when the room's generation is not the board's. */
export async function boardSubjectByRoom(db: Database, room: string): Promise<BoardSubject | null> {
  const name = parseRoomName(room);
  if (name === null) return null;
  return subjectIf(
    db,
    name.boardId,
    ({ deletedAt, generation }) => deletedAt === null && generation === name.generation,
  );
}

function subjectIf(db: Database, boardId: string, holds: (stored: StoredBoard) => boolean): BoardSubject | null {
  const found = statements(db).board.get({ boardId });
  return found === undefined || !holds(found) ? null : subjectOf(found, surroundingsOf(db, found.workshopId));
}

/** What a board's rights take from its workshop. */
type Surroundings = Pick<BoardSubject, "workshopOrganisationIds" | "guestAccess">;

const surroundingsOf = (db: Database, workshopId: string): Surroundings => ({
  workshopOrganisationIds: organisationsOf(db, workshopId),
  guestAccess: guestAccessIn(db, workshopId),
});

/** Guests write on their kommune's board, and answer for it, in the items of the agenda that are for it; they keep its reading. */
export function guestAccessIn(db: Database, workshopId: string): GuestAccess {
  const run = statements(db).run.get({ workshopId });
  if (run === undefined) return NO_GUESTS;
  if (run.closedAt !== null) return { own: "read", others: "none" };
  return { own: run.kind !== null && GUESTS_WRITE.has(run.kind) ? "write" : "read", others: "read" };
}

const GUESTS_WRITE: ReadonlySet<PhaseKind> = new Set(["ideas", "synergy-check"]);

function organisationsOf(db: Database, workshopId: string): string[] {
  return statements(db)
    .organisations.all({ workshopId })
    .map(({ id }) => id);
}

const subjectOf = (
  { id, organisationId, workshopId, visibility }: Omit<BoardSubject, "type" | keyof Surroundings>,
  surroundings: Surroundings,
): BoardSubject => ({ type: "board", id, organisationId, workshopId, visibility, ...surroundings });

/** Every board that is not deleted, by workshop and kommune. */
export async function listBoards(db: Database): Promise<Board[]> {
  const rows = boardRows(db);
  const workshops = workshopsOf(db, rows);
  return rows.map((row) => toBoard(row, workshops));
}

/** The boards that the person may read, and whether they may write them; in the order of `listBoards`. */
export async function readableBoards(db: Database, person: Person): Promise<ReadableBoard[]> {
  const rows = boardRows(db);
  const workshops = workshopsOf(db, rows);
  return rows.flatMap((row) => {
    const subject = subjectOf(row, workshops(row.workshopId));
    if (!can(person, "board.read", subject)) return [];
    const access = can(person, "board.write", subject) ? ("write" as const) : ("read" as const);
    return [{ ...toBoard(row, workshops), access }];
  });
}

type BoardRow = ReturnType<typeof boardRows>[number];

const boardRows = (db: Database) =>
  db
    .select({
      id: board.id,
      generation: board.generation,
      visibility: board.visibility,
      workshopId: board.workshopId,
      workshopTitle: workshop.title,
      organisationId: board.organisationId,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
    })
    .from(board)
    .innerJoin(workshop, eq(workshop.id, board.workshopId))
    .innerJoin(organisation, eq(organisation.id, board.organisationId))
    .where(isNull(board.deletedAt))
    .orderBy(asc(workshop.createdAt), asc(board.workshopId), asc(organisation.name), asc(board.id))
    .all();

type Workshops = (workshopId: string) => Surroundings;

/** Each workshop's surroundings, read once. */
function workshopsOf(db: Database, rows: readonly BoardRow[]): Workshops {
  const read = new Map([...new Set(rows.map((row) => row.workshopId))].map((id) => [id, surroundingsOf(db, id)]));
  return (workshopId) => read.get(workshopId) ?? { workshopOrganisationIds: [], guestAccess: NO_GUESTS };
}

const toBoard = (row: BoardRow, workshops: Workshops): Board => ({
  id: row.id,
  room: roomName({ boardId: row.id, generation: row.generation }),
  generation: row.generation,
  organisation: { id: row.organisationId, name: row.organisationName, kind: row.organisationKind },
  workshop: { id: row.workshopId, title: row.workshopTitle },
  visibility: visibilityNow(subjectOf(row, workshops(row.workshopId))),
  takesPart: workshops(row.workshopId).workshopOrganisationIds.includes(row.organisationId),
});

/** The board as its rows have it, without opening the document; null when it is unknown or deleted. */
export async function readProjectedBoard(db: Database, boardId: string): Promise<BoardSnapshot | null> {
  if ((await boardSubject(db, boardId)) === null) return null;
  return { initiatives: await projectedInitiatives(db, boardId) };
}

/** Initiatives per board id, without those in the bin. Boards without any are absent. */
export async function countInitiatives(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = db
    .select({ boardId: initiative.boardId, count: sql<number>`count(*)` })
    .from(initiative)
    .where(isNull(initiative.binnedAt))
    .groupBy(initiative.boardId)
    .all();
  return new Map(rows.map(({ boardId, count }) => [boardId, count]));
}

export interface NewBoard {
  readonly id: string;
  readonly workshopId: string;
  readonly organisationId: string;
  readonly visibility: BoardVisibility;
  readonly now: number;
}

/** Adds an empty board. */
export async function createBoard(db: Database, { now, ...values }: NewBoard): Promise<void> {
  db.insert(board)
    .values({ ...values, createdAt: now })
    .run();
}

/** Who may read the board. */
export async function setVisibility(db: Database, boardId: string, visibility: BoardVisibility): Promise<void> {
  db.update(board).set({ visibility }).where(eq(board.id, boardId)).run();
}

/** An operator's override for one person; it wins over every role. */
export async function setBoardAccess(
  db: Database,
  input: { boardId: string; personId: string; access: BoardAccess; now: number },
): Promise<void> {
  const { now: at, ...values } = input;
  db.insert(boardAccess)
    .values({ ...values, at })
    .onConflictDoUpdate({ target: [boardAccess.boardId, boardAccess.personId], set: { access: values.access, at } })
    .run();
}
