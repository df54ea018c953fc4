import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { forgetPlaces } from "#app/http/place-cookie.server.ts";
import { redirectWithin } from "#app/http/responses.server.ts";

/** Ends the session, which closes its sockets; the browser also drops what it kept for working offline. */
export async function action({ request, context }: ActionFunctionArgs) {
  const headers = await context.signIn.signOut(request);
  headers.set("Clear-Site-Data", '"storage"');
  forgetPlaces(request, headers);
  return redirectWithin("/sign-in", { fallback: "/sign-in", headers });
}

export const loader = () => redirect("/");
