import type { Database } from "#db/client.ts";
import { appendUpdates } from "#db/queries/board-log.ts";
import { createBoard, type NewBoard } from "#db/queries/boards.ts";
import { CREATED } from "#db/queries/initiative-rows.ts";
import { projectChanges } from "#db/queries/projection.ts";
import { insertInitiatives, type NewInitiative } from "#domain/board-doc/commands.ts";
import { encodeDocument, openDocument, stampVersion } from "#domain/board-doc/document.ts";

export interface SeedBoard extends NewBoard {
  readonly initiatives: readonly NewInitiative[];
}

/** Adds a board with its content, by the same commands that people's edits go through. Nobody is named as its writer. */
export async function seedBoard(db: Database, { initiatives, ...board }: SeedBoard): Promise<void> {
  await createBoard(db, board);
  const doc = openDocument({ state: null, updates: [] });
  stampVersion(doc);
  insertInitiatives(doc, initiatives);
  const written = { boardId: board.id, personId: null, at: board.now, bytes: encodeDocument(doc) };
  const seq = (await appendUpdates(db, [written])).get(board.id) ?? 0;
  const created = new Map([[CREATED, { personId: null, at: board.now }]]);
  const changes = new Map(initiatives.map(({ id }) => [id, created]));
  await projectChanges(db, [{ boardId: board.id, doc, seq, changes }]);
  doc.destroy();
}
