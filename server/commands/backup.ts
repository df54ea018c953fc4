import { statSync } from "node:fs";
import { resolve } from "node:path";
import { recordAudit } from "#db/queries/audit.ts";
import { backUp } from "../backup.ts";
import { type Command, onDatabase, readArguments } from "./command.ts";

/** Copies the database into a file while the server runs. */
export const backup: Command = async (args, context) => {
  const { positionals } = readArguments(args, 1);
  const file = resolve(positionals[0] ?? "");
  await onDatabase(context, async (db) => {
    await backUp(db, file);
    await recordAudit(db, { at: context.now(), personId: null, action: "backup", subject: "database" });
  });
  return { answer: { file, bytes: statSync(file).size } };
};
