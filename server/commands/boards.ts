import type { Database } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { boardSubject, countInitiatives, listBoards, readableBoards, setBoardAccess } from "#db/queries/boards.ts";
import { loadPerson } from "#db/queries/people.ts";
import { BOARD_ACCESSES, type BoardAccess } from "#domain/organisation.ts";
import {
  type Command,
  onDatabase,
  personWithEmail,
  publicOrigin,
  readArguments,
  refused,
  WrongUse,
} from "./command.ts";

/** Every board; with `--for` also what that person may do with it. */
export const boards: Command = async (args, context) => {
  const { values } = readArguments(args, 0, ["for"]);
  const email = values["for"];
  const answer = await onDatabase(context, async (db) => {
    const origin = await publicOrigin(context, db);
    const counts = await countInitiatives(db);
    const access = email === undefined ? null : await accessOf(db, email);
    return (await listBoards(db)).map(({ id, room, organisation, workshop, visibility }) => ({
      id,
      room,
      url: `${origin}/boards/${id}`,
      workshop,
      municipality: { code: organisation.id, name: organisation.name },
      visibility,
      initiatives: counts.get(id) ?? 0,
      ...(access && { access: access.get(id) ?? "none" }),
    }));
  });
  return { answer };
};

async function accessOf(db: Database, email: string): Promise<ReadonlyMap<string, BoardAccess>> {
  const person = await loadPerson(db, await personWithEmail(db, email));
  if (person === null) throw refused(`Nobody has the address ${email}.`);
  return new Map((await readableBoards(db, person)).map(({ id, access }) => [id, access]));
}

/** `access set`: an operator's override for one person on one board. */
export const access: Command = async (args, context) => {
  const { positionals } = readArguments(args, 4);
  const [verb, email = "", boardId = "", wanted] = positionals;
  if (verb !== "set") throw new WrongUse("access takes set.");
  const found = BOARD_ACCESSES.find((each) => each === wanted);
  if (found === undefined) throw new WrongUse(`${wanted} is not one of ${BOARD_ACCESSES.join(", ")}.`);
  await onDatabase(context, async (db) => {
    const personId = await personWithEmail(db, email);
    if ((await boardSubject(db, boardId)) === null) throw refused(`There is no board ${boardId}.`);
    const now = context.now();
    await setBoardAccess(db, { boardId, personId, access: found, now });
    const detail = { person: personId, access: found };
    await recordAudit(db, { at: now, personId: null, action: "board-access", subject: boardId, detail });
  });
  return { answer: { email, board: boardId, access: found } };
};
