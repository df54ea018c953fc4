import type { LoaderFunctionArgs } from "@remix-run/node";

/** Whether this browser is signed in: asked by the page when a socket does not open, which cannot see why. */
export function loader({ context: { session } }: LoaderFunctionArgs) {
  const headers = { "Cache-Control": "no-store" };
  if (session === null) return Response.json({ signedIn: false }, { status: 401, headers });
  const { id, name } = session.person;
  return Response.json({ signedIn: true, person: { id, name } }, { headers });
}
