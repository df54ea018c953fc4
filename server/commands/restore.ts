import { resolve } from "node:path";
import { recordAudit } from "#db/queries/audit.ts";
import { lockDataDir } from "../lock.ts";
import { restoreDatabase } from "../restore.ts";
import { type Command, onDatabase, readArguments } from "./command.ts";

/** `restore <file>`: a copy takes the place of the database, while no server runs. */
export const restore: Command = async (args, context) => {
  const { positionals } = readArguments(args, 1);
  const copy = resolve(positionals[0] ?? "");
  const { dataDir } = context.env;
  const lock = lockDataDir(dataDir, "Stop it before you restore.");
  try {
    const before = await restoreDatabase(dataDir, copy, context.now());
    await onDatabase(
      context,
      (db) => recordAudit(db, { at: context.now(), personId: null, action: "restore", subject: "database" }),
      { isAlone: true },
    );
    context.say(`${copy} is the database now.${before === null ? "" : ` The one before lies in ${before}.`}`);
    return { answer: { restored: copy, before } };
  } finally {
    lock.release();
  }
};
