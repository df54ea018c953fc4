import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#db/client.ts";
import { listBoards } from "#db/queries/boards.ts";
import { differingInitiatives } from "#db/queries/projection.ts";
import { type FileProblem, fileProblems } from "../database-check.ts";
import { EXIT } from "../exit.ts";
import { type Command, onDatabase, readArguments } from "./command.ts";

/** A running server projects within this time what has been stored. */
const PROJECTION_MS = 2_000;

interface DocumentProblem {
  readonly kind: "document" | "projection";
  readonly subject: string;
  readonly detail: string;
}

/** Reads everything: the file is whole, every document decodes, and the rows say what the documents say. */
export const doctor: Command = async (args, context) => {
  readArguments(args, 0);
  const { boards, problems } = await onDatabase(context, async (db) => {
    const all = await listBoards(db);
    const found: (FileProblem | DocumentProblem)[] = fileProblems(db.$client);
    for (const { id } of all) found.push(...(await documentProblems(db, id)));
    return { boards: all.length, problems: found };
  });
  for (const { kind, subject, detail } of problems) context.say(`${kind}: ${subject}: ${detail}`);
  return {
    answer: { ok: problems.length === 0, boards, problems },
    exitCode: problems.length === 0 ? EXIT.done : EXIT.refused,
  };
};

async function documentProblems(db: Database, boardId: string): Promise<DocumentProblem[]> {
  try {
    let differing = await differingInitiatives(db, boardId);
    if (differing.length > 0) {
      // The board may be in use: its rows follow its document a little later.
      await wait(PROJECTION_MS);
      differing = await differingInitiatives(db, boardId);
    }
    if (differing.length === 0) return [];
    return [{ kind: "projection", subject: boardId, detail: `rows differ for ${differing.join(", ")}` }];
  } catch (error) {
    return [{ kind: "document", subject: boardId, detail: (error as Error).message }];
  }
}
