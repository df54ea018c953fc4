import { setImmediate as letOthersRun } from "node:timers/promises";
import { requireCan, requireSessionOfScript } from "#app/http/guards.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { toScript } from "#app/http/responses.server.ts";
import { boardSubject } from "#db/queries/boards.ts";
import { eraseFromBoard, eraseFromVersions } from "#db/queries/erasure.ts";

interface ErasePost {
  readonly context: Services;
  readonly request: Request;
  readonly boardId: string;
}

/** Erases an initiative that lies in the bin; everybody on the board comes to its new generation. */
export async function eraseFromBin({ context, request, boardId }: ErasePost) {
  const { person } = requireSessionOfScript(context);
  requireCan(context, "board.erase", await boardSubject(context.db, boardId));
  const { db, rooms, synergy } = context;
  const initiativeId = String((await request.formData()).get("initiative") ?? "");
  const erasure = { boardId, initiativeId, personId: person.id, now: context.now() };
  await rooms.settle();
  if (!(await eraseFromVersions(db, erasure, letOthersRun))) return toScript({ erased: false });
  // What others wrote in the meantime is on disk before the board is written anew.
  await rooms.settle();
  const erased = await eraseFromBoard(db, erasure);
  if (erased) {
    rooms.boardGone(boardId);
    await synergy.boardChanged(boardId);
  }
  return toScript({ erased });
}
