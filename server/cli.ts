/** `sammenspil <command>`: JSON on stdout, messages on stderr; exit 0 done, 1 refused, 2 wrong use, 75 server running. */
import { randomUUID } from "node:crypto";
import { type Command, type CommandContext, WrongUse } from "./commands/command.ts";
import { EnvError, readCommandLineEnv } from "./env.ts";
import { EXIT, ExitError } from "./exit.ts";

const USAGE = `Usage: sammenspil <command>

  seed demo
  seed load --municipalities <1-98> --initiatives <n> [--boards <n>]
  user add <email> --name <text> [--role system-admin]
  user erase <email>
  users
  role end <email> <role> [--organisation <id>] [--workshop <id>]
  sign-in-link <email>
  boards [--for <email>]
  access set <email> <boardId> none|read|write
  audit [--since <day>]
  answers
  check <initiatives.json|csv> [--timing] [--csv <file>]
  backup [<file>]
  restore <file>
  drill [<file>]
  doctor
`;

// Each command is loaded when it is asked for: what signs in is of no use to one that counts.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  seed: async () => (await import("./commands/seed.ts")).seed,
  user: async () => (await import("./commands/people.ts")).user,
  users: async () => (await import("./commands/people.ts")).users,
  role: async () => (await import("./commands/role.ts")).role,
  "sign-in-link": async () => (await import("./commands/sign-in-link.ts")).signInLink,
  boards: async () => (await import("./commands/boards.ts")).boards,
  access: async () => (await import("./commands/boards.ts")).access,
  audit: async () => (await import("./commands/audit.ts")).audit,
  answers: async () => (await import("./commands/answers.ts")).answers,
  check: async () => (await import("./commands/check.ts")).check,
  backup: async () => (await import("./commands/backup.ts")).backup,
  restore: async () => (await import("./commands/restore.ts")).restore,
  drill: async () => (await import("./commands/drill.ts")).drill,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const load = COMMANDS[name ?? ""];
  if (load === undefined) throw new WrongUse(name === undefined ? "No command." : `No command named ${name}.`);
  const context: CommandContext = {
    env: readCommandLineEnv(process.env),
    now: Date.now,
    newId: randomUUID,
    say: (message) => process.stderr.write(`${message}\n`),
  };
  const { answer, exitCode = EXIT.done } = await (await load())(args, context);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return exitCode;
}

function explain(error: unknown): number {
  const code = codeOf(error);
  const usage = code === EXIT.wrongUse ? `\n${USAGE}` : "";
  const unexpected = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${code === null ? unexpected : (error as Error).message}\n${usage}`);
  return code ?? EXIT.refused;
}

/** Null for what nobody foresaw. */
function codeOf(error: unknown): number | null {
  if (error instanceof WrongUse || error instanceof EnvError) return EXIT.wrongUse;
  return error instanceof ExitError ? error.code : null;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
