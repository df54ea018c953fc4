import { listAudit } from "#db/queries/audit.ts";
import { type Command, onDatabase, readArguments, WrongUse } from "./command.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Who did what, when, oldest first: ids and codes, never content. `users` says whose the ids are. */
export const audit: Command = async (args, context) => {
  const { since } = readArguments(args, 0, ["since"]).values;
  const from = since === undefined ? 0 : DAY.test(since) ? Date.parse(since) : Number.NaN;
  if (Number.isNaN(from)) throw new WrongUse("--since must be a day, such as 2026-11-21.");
  const events = await onDatabase(context, (db) => listAudit(db, from));
  return { answer: events.map(({ at, ...event }) => ({ at: new Date(at).toISOString(), ...event })) };
};
