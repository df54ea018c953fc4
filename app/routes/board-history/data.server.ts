import { notFound } from "#app/http/responses.server.ts";
import type { Database } from "#db/client.ts";
import { peopleOfTimeline, readTimeline } from "#db/queries/board-timeline.ts";
import { listVersions } from "#db/queries/board-versions.ts";
import { readableBoards } from "#db/queries/boards.ts";
import type { Person } from "#domain/permissions.ts";

const PAGE = 100;

export interface HistoryView {
  readonly personId: string | null;
  readonly initiativeId: string | null;
  /** Only what was before this moment, in milliseconds since 1970. */
  readonly before: number | null;
}

export function readHistoryView(params: URLSearchParams): HistoryView {
  const before = Number(params.get("before"));
  return {
    personId: params.get("person") || null,
    initiativeId: params.get("initiative") || null,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

/** What pages of a board's history say about the board itself. */
export async function loadNamedBoard(db: Database, person: Person, boardId: string) {
  const board = (await readableBoards(db, person)).find(({ id }) => id === boardId);
  if (board === undefined) throw notFound();
  return { id: board.id, organisation: board.organisation.name, workshop: board.workshop };
}

export async function loadHistory(db: Database, boardId: string, view: HistoryView) {
  const entries = await readTimeline(db, boardId, { ...view, limit: PAGE });
  return {
    view,
    entries,
    /** Where the next page begins; null at the end. */
    next: entries.length === PAGE ? (entries.at(-1)?.at ?? null) : null,
    people: await peopleOfTimeline(db, boardId),
    versions: await listVersions(db, boardId),
  };
}
