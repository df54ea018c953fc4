import { recordAudit } from "#db/queries/audit.ts";
import { assignRole, createPerson, erasePerson, listPeople, normaliseEmail } from "#db/queries/people.ts";
import { type Command, onDatabase, personWithEmail, readArguments, refused, WrongUse } from "./command.ts";

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Everybody with the roles they hold now. */
export const users: Command = async (args, context) => {
  readArguments(args, 0);
  const people = await onDatabase(context, listPeople);
  const answer = people.map(({ roles, ...person }) => ({
    ...person,
    roles: roles.map(({ role, organisationId, workshopId }) => ({
      role,
      organisation: organisationId,
      workshop: workshopId,
    })),
  }));
  return { answer };
};

/** `user add` and `user erase`. */
export const user: Command = async (args, context) => {
  if (args[0] === "add") return add(args, context);
  if (args[0] === "erase") return erase(args, context);
  throw new WrongUse("user takes add or erase.");
};

/** The first person of an installation comes in this way, as system administrator. */
const add: Command = async (args, context) => {
  const { positionals, values } = readArguments(args, 2, ["name", "role"]);
  const [, email = ""] = positionals;
  const name = values["name"]?.normalize("NFC").trim() ?? "";
  const { role } = values;
  if (!EMAIL.test(email)) throw new WrongUse(`${email} is no e-mail address.`);
  if (name === "") throw new WrongUse("--name is missing.");
  if (role !== undefined && role !== "system-admin") throw new WrongUse("--role can only be system-admin.");
  const { now, newId } = context;
  const id = newId();
  await onDatabase(
    context,
    async (db) => {
      const { created } = await createPerson(db, { id, name, email, now: now() });
      if (!created) throw refused(`${normaliseEmail(email)} has an account already.`);
      await recordAudit(db, { at: now(), personId: null, action: "person-added", subject: id });
      if (role === undefined) return;
      const nowhere = { organisationId: null, workshopId: null };
      await assignRole(db, { ...nowhere, id: newId(), personId: id, role, createdBy: null, now: now() });
      await recordAudit(db, { at: now(), personId: null, action: "role-given", subject: id, detail: { role } });
    },
    { create: true },
  );
  return { answer: { id } };
};

/** On the word of the one whose data it is; what they did stays, under an id that stands for nobody. */
const erase: Command = async (args, context) => {
  const { positionals } = readArguments(args, 2);
  const [, email = ""] = positionals;
  const id = await onDatabase(context, async (db) => {
    const personId = await personWithEmail(db, email);
    const result = await erasePerson(db, { personId, now: context.now() });
    if ("refused" in result) throw refused(`${email} is the last system administrator; add another one first.`);
    return personId;
  });
  return { answer: { erased: id } };
};
