/** Whether a copy of the database could take its place: every document in it is read, and held against what else is known of it. */
import { createHash } from "node:crypto";
import type { Database } from "#db/client.ts";
import { type BoardLog, loadStoredLog, storedBoardIds, storedDocument } from "#db/queries/board-log.ts";
import { differingInitiatives } from "#db/queries/projection.ts";
import { contentOf } from "#domain/board-doc/content.ts";
import { encodeStateVector, openDocument } from "#domain/board-doc/document.ts";
import { fileProblems } from "./database-check.ts";

export interface DrillFailure {
  /** A board, or a place in the file. */
  readonly subject: string;
  readonly detail: string;
}

export interface DrillReport {
  readonly boards: number;
  /** Boards that the live database still holds as they were when the copy was taken, to the letter. */
  readonly comparedWithLive: number;
  readonly failures: readonly DrillFailure[];
}

/**
 * Reads everything in a copy.
 *
 * @param live the database that the copy was taken of, when it can be read
 */
export async function drill(copy: Database, live: Database | null): Promise<DrillReport> {
  const failures: DrillFailure[] = fileProblems(copy.$client).map(({ subject, detail }) => ({ subject, detail }));
  let comparedWithLive = 0;
  const boards = storedBoardIds(copy);
  for (const boardId of boards) {
    const seen = await drillBoard(copy, live, boardId);
    failures.push(...seen.problems.map((detail) => ({ subject: boardId, detail })));
    if (seen.isCompared) comparedWithLive++;
  }
  return { boards: boards.length, comparedWithLive, failures };
}

interface Seen {
  readonly problems: readonly string[];
  readonly isCompared: boolean;
}

async function drillBoard(copy: Database, live: Database | null, boardId: string): Promise<Seen> {
  try {
    const log = loadStoredLog(copy, boardId);
    if (log === null) return { problems: ["is gone"], isCompared: false };
    const hash = hashOf(log);
    const problems = [...stateProblems(log), ...(await rowProblems(copy, boardId, log))];
    const liveHash = live === null ? null : hashOfLive(live, boardId, log);
    if (liveHash !== null && liveHash !== hash)
      problems.push("is another document than the live one was at that moment");
    return { problems, isCompared: liveHash !== null };
  } catch (error) {
    return { problems: [`does not decode: ${(error as Error).message}`], isCompared: false };
  }
}

/** Of what a document says and of how far each of its writers had come. */
function hashOf(log: Pick<BoardLog, "snapshot" | "rows">): string {
  const doc = openDocument(storedDocument(log));
  const hash = createHash("sha256").update(encodeStateVector(doc)).update(contentOf(doc)).digest("hex");
  doc.destroy();
  return hash;
}

/** The state vector that was stored beside a state is that of the state. */
function stateProblems({ snapshot }: BoardLog): string[] {
  if (snapshot === null) return [];
  const doc = openDocument({ state: snapshot.state, updates: [] });
  const isSame = Buffer.from(encodeStateVector(doc)).equals(snapshot.stateVector);
  doc.destroy();
  return isSame ? [] : ["its stored state is not the one that was checked when it was stored"];
}

/** The copy's own record of what the document said; a board that was just being written in has rows that come a little later. */
async function rowProblems(copy: Database, boardId: string, log: BoardLog): Promise<string[]> {
  if (log.projectedSeq < log.lastSeq) return [];
  if (log.projectedSeq > log.lastSeq) return ["its log ends before what its rows stand for"];
  const differing = await differingInitiatives(copy, boardId);
  return differing.length === 0 ? [] : [`its rows say something else for ${differing.join(", ")}`];
}

/** The live document as it was after the copy's last change; null when its log no longer goes back to that, or it is gone. */
function hashOfLive(live: Database, boardId: string, { generation, lastSeq }: BoardLog): string | null {
  const log = loadStoredLog(live, boardId);
  if (log === null || log.generation !== generation || (log.snapshot?.uptoSeq ?? 0) > lastSeq) return null;
  return hashOf({ snapshot: log.snapshot, rows: log.rows.filter(({ seq }) => seq <= lastSeq) });
}
