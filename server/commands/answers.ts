import { collectAnswers } from "#db/queries/collected-answers.ts";
import { type Command, onDatabase, readArguments } from "./command.ts";

/** What the kommuner have said of pairs, for `scripts/propose-weights.ts`. Holds the texts of the initiatives. */
export const answers: Command = async (args, context) => {
  readArguments(args, 0);
  return { answer: await onDatabase(context, collectAnswers) };
};
