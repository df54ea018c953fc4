import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Database, migrationState, openForReading } from "#db/client.ts";
import { listBackups } from "../backup.ts";
import { type DrillReport, drill as drillCopy } from "../drill.ts";
import { EXIT, ExitError } from "../exit.ts";
import { restoreDatabase } from "../restore.ts";
import { backupFolder, databaseFile, openStore } from "../store.ts";
import { type Command, type CommandContext, readArguments, refused } from "./command.ts";

/** `drill [<file>]`: restores a copy, the newest when none is named, into a folder of its own and reads all of it. */
export const drill: Command = async (args, context) => {
  const { positionals } = readArguments(args, Math.min(args.length, 1));
  const copy = positionals[0] ?? listBackups(backupFolder(context.env.dataDir))[0]?.file;
  if (copy === undefined) throw refused(`There is no copy in ${backupFolder(context.env.dataDir)}.`);
  const file = resolve(copy);
  const report = await tryOut(file, context);
  for (const { subject, detail } of report.failures) context.say(`${subject}: ${detail}`);
  const { boards, comparedWithLive, failures } = report;
  context.say(
    `${file}: ${boards} boards read, ${comparedWithLive} compared with the live ones, ${failures.length} failures.`,
  );
  const ok = failures.length === 0;
  return { answer: { file, ok, ...report }, exitCode: ok ? EXIT.done : EXIT.refused };
};

async function tryOut(file: string, context: CommandContext): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), "sammenspil-drill-"));
  const live = openLive(context);
  try {
    await restoreDatabase(folder, file, context.now());
    const copy = await openStore(folder, context.now());
    try {
      return await drillCopy(copy, live);
    } finally {
      copy.$client.close();
    }
  } catch (error) {
    if (!(error instanceof ExitError) || !existsSync(file)) throw error;
    return { boards: 0, comparedWithLive: 0, failures: [{ subject: "file", detail: error.message }] };
  } finally {
    live?.$client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy is drilled all the more when the live database is gone or cannot be read. */
function openLive({ env, say }: CommandContext): Database | null {
  const file = databaseFile(env.dataDir);
  if (!existsSync(file)) return null;
  try {
    const live = openForReading(file);
    if (migrationState(live.$client).pending === 0) return live;
    live.$client.close();
    say(`${file} is of an older version; the copy is held against itself only.`);
    return null;
  } catch (error) {
    say(`${file} cannot be read (${(error as Error).message}); the copy is held against itself only.`);
    return null;
  }
}
