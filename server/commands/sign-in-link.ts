import { createAuth } from "../auth.ts";
import { createLink } from "../sign-in.ts";
import { type Command, onDatabase, readArguments, refused } from "./command.ts";

/** An address that signs a person in, once, within 15 minutes. */
export const signInLink: Command = async (args, context) => {
  const { positionals } = readArguments(args, 1);
  const [email = ""] = positionals;
  const { origin, sessionSecret: secret } = context.env;
  const url = await onDatabase(context, (db) =>
    createLink({ auth: createAuth({ db, origin, secret }), db, origin }, email),
  );
  if (url === null) throw refused(`Nobody has the address ${email}.`);
  return { answer: { url } };
};
