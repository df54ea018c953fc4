import { recordAudit } from "#db/queries/audit.ts";
import { createAuth } from "../auth.ts";
import { createLink } from "../sign-in.ts";
import { type Command, onDatabase, personWithEmail, publicOrigin, readArguments } from "./command.ts";

/** An address that signs a person in, once, within 15 minutes. */
export const signInLink: Command = async (args, context) => {
  const { positionals } = readArguments(args, 1);
  const [email = ""] = positionals;
  const { sessionSecret: secret } = context.env;
  const url = await onDatabase(context, async (db) => {
    const origin = await publicOrigin(context, db);
    const subject = await personWithEmail(db, email);
    const made = await createLink({ auth: createAuth({ db, origin, secret }), db, origin }, email);
    await recordAudit(db, { at: context.now(), personId: null, action: "sign-in-link", subject });
    return made;
  });
  return { answer: { url } };
};
