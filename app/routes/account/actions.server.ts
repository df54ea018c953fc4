import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type RefusedForm, readForm } from "#app/http/forms.server.ts";
import { languageCookie, textsOf } from "#app/http/language.server.ts";
import type { CurrentSession, Services } from "#app/http/load-context.server.ts";
import { personName } from "#app/http/person-fields.server.ts";
import { redirectWithin, unprocessable } from "#app/http/responses.server.ts";
import { isLanguage } from "#app/text/texts.ts";
import { markIntroSeen, renamePerson, setPersonLanguage } from "#db/queries/account.ts";

export interface AccountPosted {
  readonly intent: "profile" | "password";
  readonly saved?: true;
  readonly refused?: RefusedForm;
}

interface Posted {
  readonly context: Services;
  readonly session: CurrentSession;
  readonly request: Request;
  readonly form: FormData;
}

const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

export async function saveProfile({ context, session, request, form }: Posted) {
  const t = textsOf(request, context, "people");
  const schema = z.object({
    name: personName(t),
    language: z.string().refine(isLanguage),
  });
  const read = readForm(form, schema);
  if (!read.ok) return unprocessable<AccountPosted>({ intent: "profile", refused: read });
  const { id, language: before } = session.person;
  await renamePerson(context.db, id, { name: read.value.name, now: context.now() });
  const { language } = read.value;
  if (!isLanguage(language) || language === before) return { intent: "profile", saved: true } satisfies AccountPosted;
  await setPersonLanguage(context.db, id, language);
  return redirect("/account", { headers: { "Set-Cookie": languageCookie(language, context.settings.origin) } });
}

export async function setPassword({ context, session, request, form }: Posted) {
  const t = textsOf(request, context, "people");
  const password = z
    .string()
    .min(PASSWORD_MIN, t("account.passwordShort"))
    .max(PASSWORD_MAX, t("account.passwordLong"));
  const read = readForm(form, z.object({ password }));
  if (!read.ok) return unprocessable<AccountPosted>({ intent: "password", refused: read });
  await context.signIn.setPassword(session.person.id, read.value.password);
  return { intent: "password", saved: true } satisfies AccountPosted;
}

export async function endSession({ context, session, form }: Posted) {
  await context.signIn.revokeSession(session.person.id, String(form.get("sessionId")));
  return redirect("/account");
}

export async function endAllSessions({ context, session }: Posted) {
  await context.signIn.revokeAllSessions(session.person.id);
  return redirect("/sign-in", { headers: { "Clear-Site-Data": '"storage"' } });
}

export async function noteIntro({ context, session, form }: Posted) {
  await markIntroSeen(context.db, session.person.id, context.now());
  return redirectWithin(String(form.get("returnTo")), { fallback: "/" });
}
