/** The command line on data of its own, without a process. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, type CommandContext, WrongUse } from "#server/commands/command.ts";
import { seed } from "#server/commands/seed.ts";
import { readCommandLineEnv } from "#server/env.ts";
import { ExitError } from "#server/exit.ts";

let next = 0;

const ADDRESS = { APP_ORIGIN: "https://sammenspil.example.dk" };

/** An empty data folder, and what runs commands on it. */
export function terminal(variables: Readonly<Record<string, string>> = ADDRESS) {
  const dataDir = mkdtempSync(join(tmpdir(), "commands-"));
  const said: string[] = [];
  const context: CommandContext = {
    env: readCommandLineEnv({ DATA_DIR: dataDir, ...variables }),
    now: Date.now,
    newId: () => `id-${++next}`,
    say: (message) => said.push(message),
  };
  const run = async (command: Command, ...args: string[]) => (await command(args, context)).answer;
  const outcome = (command: Command, ...args: string[]) =>
    command(args, context).then(
      ({ exitCode = 0 }) => exitCode,
      (error) => (error instanceof ExitError ? error.code : error instanceof WrongUse ? 2 : error),
    );
  return { dataDir, said, run, outcome };
}

/** The same with the demo in it. */
export const demo = async (variables: Readonly<Record<string, string>> = ADDRESS) => {
  const opened = terminal(variables);
  await opened.run(seed, "demo");
  return opened;
};
