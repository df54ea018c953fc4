/** What the command line's commands share. */
import { existsSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Database } from "#db/client.ts";
import { readFact } from "#db/queries/installation.ts";
import { findPersonIdByEmail } from "#db/queries/people.ts";
import type { Env } from "../env.ts";
import { EXIT, type ExitCode, ExitError } from "../exit.ts";
import { lockDataDir } from "../lock.ts";
import { awaitsMigration, databaseFile, openStore } from "../store.ts";

export interface CommandContext {
  readonly env: Env;
  readonly now: () => number;
  readonly newId: () => string;
  /** Writes a message for the person at the terminal; answers go to standard output. */
  readonly say: (message: string) => void;
}

interface CommandResult {
  /** Printed as JSON. */
  readonly answer: unknown;
  readonly exitCode?: ExitCode;
}

export type Command = (args: readonly string[], context: CommandContext) => Promise<CommandResult>;

/** The command was not given what it needs; the usage is shown. */
export class WrongUse extends Error {}

export const refused = (message: string): ExitError => new ExitError(EXIT.refused, message);

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Words {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
}

/**
 * Splits arguments into words and `--option value` pairs.
 *
 * @param options the options the command knows
 * @throws WrongUse for another option or another number of words
 */
export function readArguments(args: readonly string[], count: number, options: readonly string[] = []): Words {
  const known: Options = Object.fromEntries(options.map((name) => [name, { type: "string" }]));
  const { positionals, values } = parse(args, known);
  if (positionals.length !== count) throw new WrongUse(`Expected ${count} words, got ${positionals.length}.`);
  return { positionals, values: values as Words["values"] };
}

function parse(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

interface OnDatabase {
  /** Makes the database when there is none. */
  readonly create?: boolean;
  /** The command holds the lock, so that no server runs. */
  readonly isAlone?: boolean;
}

/** Runs on the database of DATA_DIR, beside a running server. */
export async function onDatabase<T>(
  { env, now }: CommandContext,
  use: (db: Database) => Promise<T>,
  { create = false, isAlone = false }: OnDatabase = {},
): Promise<T> {
  const file = databaseFile(env.dataDir);
  if (!create && !existsSync(file)) throw refused(`There is no database in ${env.dataDir}.`);
  const db = isAlone ? await openStore(env.dataDir, now()) : await openBesideServer(env.dataDir, now());
  try {
    return await use(db);
  } finally {
    db.$client.close();
  }
}

/** A database of an older version is brought up only while no server runs: under one of that version it must stay as it is. */
async function openBesideServer(dataDir: string, now: number): Promise<Database> {
  if (!(await awaitsMigration(dataDir))) return openStore(dataDir, now);
  const lock = lockDataDir(dataDir, "The server that runs on it is of an older version. Restart it first.");
  try {
    return await openStore(dataDir, now);
  } finally {
    lock.release();
  }
}

/**
 * What addresses of pages begin with.
 *
 * @throws ExitError 1 when nobody has said so; a demo is on this machine
 */
export async function publicOrigin({ env }: CommandContext, db: Database): Promise<string> {
  if (env.isOriginGiven || env.demo || (await readFact(db, "demo")) !== null) return env.origin;
  throw refused("APP_ORIGIN is required: what is made here begins with the public address.");
}

/** @throws ExitError 1 when nobody has the address */
export async function personWithEmail(db: Database, email: string): Promise<string> {
  const personId = await findPersonIdByEmail(db, email);
  if (personId === null) throw refused(`Nobody has the address ${email}.`);
  return personId;
}
