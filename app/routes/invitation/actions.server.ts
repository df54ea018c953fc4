import { z } from "zod";
import { type RefusedForm, readForm } from "#app/http/forms.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { emailAddress, personName } from "#app/http/person-fields.server.ts";
import { redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { hashToken } from "#app/http/tokens.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { acceptInvitation } from "#db/queries/invitations.ts";

interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly token: string;
  readonly form: FormData;
}

/** The signed-in person takes the role. Null when the invitation is gone meanwhile. */
export async function acceptAs(personId: string, { context, token }: Posted): Promise<Response | null> {
  const result = await accept(context, { token, personId });
  return result.accepted ? redirectWithin("/", { fallback: "/" }) : null;
}

/** Makes the account, takes the role and signs in to this browser. Null when the invitation is gone meanwhile. */
export async function acceptWithNewAccount({ context, request, token, form }: Posted) {
  const t = textsOf(request, context, "people");
  const schema = z.object({
    name: personName(t),
    email: emailAddress(t("emailInvalid")),
  });
  const read = readForm(form, schema);
  if (!read.ok) return unprocessable<{ refused: RefusedForm }>({ refused: read });
  const newPerson = read.value;
  const personId = crypto.randomUUID();
  const result = await accept(context, { token, personId, newPerson });
  if (!result.accepted && result.refused === "email-taken") {
    const refused = { values: newPerson, errors: { email: t("invitation.emailTaken") } };
    return unprocessable<{ refused: RefusedForm }>({ refused });
  }
  if (!result.accepted) return null;
  const headers = await context.signIn.signInAs(personId, request, "invitation");
  return redirectWithin("/", { fallback: "/", headers });
}

async function accept(
  { db, now, rooms }: Services,
  { token, ...who }: { token: string; personId: string; newPerson?: { name: string; email: string } },
) {
  const tokenHash = hashToken(token);
  const result = await acceptInvitation(db, { tokenHash, ...who, assignmentId: crypto.randomUUID(), now: now() });
  if (result.accepted) {
    await recordAudit(db, { at: now(), personId: who.personId, action: "invitation-used", subject: who.personId });
    rooms.accessChanged();
  }
  return result;
}
