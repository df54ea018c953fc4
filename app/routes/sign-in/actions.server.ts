import { z } from "zod";
import { type RefusedForm, readForm } from "#app/http/forms.server.ts";
import { textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { emailAddress } from "#app/http/person-fields.server.ts";
import { notFound, redirectWithin, unprocessable } from "#app/http/responses.server.ts";

export interface SignInPosted {
  readonly intent: "link" | "password";
  /** The address that a link was sent to, if it has an account. */
  readonly sentTo?: string;
  readonly refused?: RefusedForm;
}

interface Posted {
  readonly context: Services;
  readonly request: Request;
  readonly form: FormData;
}

/** Answers alike whether the address is known or not, and does not wait for the mail. */
export async function sendLink({ context, request, form }: Posted) {
  const t = textsOf(request, context, "signIn");
  const read = readForm(form, z.object({ email: emailAddress(t("emailInvalid")) }));
  if (!read.ok) return unprocessable<SignInPosted>({ intent: "link", refused: read });
  if (!context.mailer.enabled) throw notFound();
  const { email } = read.value;
  const url = await context.signIn.createLink(email);
  if (url !== null) {
    const mail = { to: email, subject: t("link.mailSubject"), text: t("link.mailText", { url }) };
    context.mailer.send(mail).catch((error: unknown) => context.reportError(error, request));
  }
  return { intent: "link", sentTo: email } satisfies SignInPosted;
}

export async function signInWithPassword({ context, request, form }: Posted) {
  const t = textsOf(request, context, "signIn");
  const schema = z.object({
    email: emailAddress(t("emailInvalid")),
    password: z.string().min(1, t("password.missing")).max(1_000, t("password.wrong")),
  });
  const read = readForm(form, schema);
  if (!read.ok) return unprocessable<SignInPosted>({ intent: "password", refused: read });
  const { email, password } = read.value;
  const headers = await context.signIn.signInWithPassword(email, password, request);
  if (headers === null) {
    const refused = { values: { email }, errors: { password: t("password.wrong") } };
    return unprocessable<SignInPosted>({ intent: "password", refused });
  }
  return redirectWithin(nextOf(request), { fallback: "/", headers });
}

export async function signInToDemo({ context, request, form }: Posted) {
  if (!context.settings.demo) throw notFound();
  const headers = await context.signIn.signInAs(String(form.get("personId")), request, "demo");
  return redirectWithin(nextOf(request), { fallback: "/", headers });
}

const nextOf = (request: Request): string | null => new URL(request.url).searchParams.get("next");
