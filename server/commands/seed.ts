import { countPeople } from "#db/queries/people.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { LOAD_EMAIL, seedLoad } from "#db/seed/load.ts";
import { MUNICIPALITIES } from "#domain/municipality.ts";
import { lockDataDir } from "../lock.ts";
import { type Command, type CommandContext, onDatabase, readArguments, refused, WrongUse } from "./command.ts";

/** `seed demo` and `seed load`, into an empty database and while no server runs. */
export const seed: Command = async ([kind, ...args], context) => {
  if (kind === "demo") return { answer: await seedEmpty(context, seedDemo, args) };
  if (kind === "load") return { answer: await load(args, context) };
  throw new WrongUse("seed takes demo or load.");
};

function load(args: readonly string[], context: CommandContext) {
  const { values } = readArguments(args, 0, ["municipalities", "initiatives", "boards"]);
  const size = {
    municipalities: wholeNumber(values, "municipalities", MUNICIPALITIES.length),
    initiatives: wholeNumber(values, "initiatives", 2_000),
    boards: values["boards"] === undefined ? 0 : wholeNumber(values, "boards", 10_000),
  };
  return seedEmpty(context, async (db, input) => ({ ...(await seedLoad(db, input, size)), email: LOAD_EMAIL }), []);
}

type Fill<T> = (...args: Parameters<typeof seedDemo>) => Promise<T>;

async function seedEmpty<T>(context: CommandContext, fill: Fill<T>, rest: readonly string[]): Promise<T> {
  readArguments(rest, 0);
  const lock = lockDataDir(context.env.dataDir);
  try {
    return await onDatabase(
      context,
      async (db) => {
        if ((await countPeople(db)) > 0) throw refused(`${context.env.dataDir} is not empty; nothing was seeded.`);
        return fill(db, { now: context.now(), newId: context.newId });
      },
      { create: true, isAlone: true },
    );
  } finally {
    lock.release();
  }
}

function wholeNumber(values: Readonly<Record<string, string | undefined>>, name: string, max: number): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1 || number > max) {
    throw new WrongUse(`--${name} must be a whole number from 1 to ${max}.`);
  }
  return number;
}
