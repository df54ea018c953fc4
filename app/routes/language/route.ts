import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { languageCookie } from "#app/http/language.server.ts";
import { badRequest, redirectWithin } from "#app/http/responses.server.ts";
import { isLanguage } from "#app/text/texts.ts";
import { rememberLanguage } from "./actions.server.ts";

/** Changes the page's language in this browser, and for the person when signed in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  if (!isLanguage(language)) throw badRequest();
  await rememberLanguage(context, language);
  const headers = new Headers({ "Set-Cookie": languageCookie(language, context.settings.origin) });
  return redirectWithin(String(form.get("returnTo")), { fallback: "/", headers });
}

export const loader = () => redirect("/");
