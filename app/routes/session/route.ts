import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSessionOfScript } from "#app/http/guards.server.ts";
import { toScript } from "#app/http/responses.server.ts";

/** Whether this browser is signed in: asked by the page when a socket does not open, which cannot see why. */
export function loader({ context }: LoaderFunctionArgs) {
  const { id, name } = requireSessionOfScript(context).person;
  return toScript({ signedIn: true, person: { id, name } });
}
