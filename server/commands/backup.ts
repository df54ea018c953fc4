import { statSync } from "node:fs";
import { resolve } from "node:path";
import { recordAudit } from "#db/queries/audit.ts";
import { backUp, quarterFile } from "../backup.ts";
import { backupFolder, databaseFile } from "../store.ts";
import { type Command, onDatabase, readArguments } from "./command.ts";

/** `backup [<file>]`: copies the database while the server runs, beside its own copies when no file is named. */
export const backup: Command = async (args, context) => {
  const { positionals } = readArguments(args, Math.min(args.length, 1));
  const { dataDir } = context.env;
  const file = resolve(positionals[0] ?? quarterFile(backupFolder(dataDir), context.now()));
  await onDatabase(context, async (db) => {
    await backUp(databaseFile(dataDir), file);
    await recordAudit(db, { at: context.now(), personId: null, action: "backup", subject: "database" });
  });
  return { answer: { file, bytes: statSync(file).size } };
};
