import { recordAudit } from "#db/queries/audit.ts";
import { endRoles } from "#db/queries/people.ts";
import { ROLES } from "#domain/organisation.ts";
import { type Command, onDatabase, personWithEmail, readArguments, refused, WrongUse } from "./command.ts";

/** `role end`: for somebody who has left, also the last administrator of a kommune, whom no page lets go. */
export const role: Command = async (args, context) => {
  const { positionals, values } = readArguments(args, 3, ["organisation", "workshop"]);
  const [verb, email = "", wanted] = positionals;
  if (verb !== "end") throw new WrongUse("role takes end.");
  const found = ROLES.find((each) => each === wanted);
  if (found === undefined) throw new WrongUse(`${wanted} is not one of ${ROLES.join(", ")}.`);
  const ended = await onDatabase(context, async (db) => {
    const personId = await personWithEmail(db, email);
    const now = context.now();
    const { organisation: organisationId, workshop: workshopId } = values;
    const result = await endRoles(db, { personId, role: found, organisationId, workshopId, now });
    if ("refused" in result) throw refused(`${email} is the last system administrator; add another one first.`);
    if (result.ended === 0) throw refused(`${email} does not hold the role ${found} there.`);
    await recordAudit(db, {
      at: now,
      personId: null,
      action: "role-ended",
      subject: personId,
      detail: { role: found },
    });
    return result.ended;
  });
  return { answer: { email, role: found, ended } };
};
