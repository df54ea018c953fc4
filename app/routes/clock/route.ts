import type { LoaderFunctionArgs } from "@remix-run/node";
import { toScript } from "#app/http/responses.server.ts";

/** What time it is on the server, for devices whose clocks are wrong. Tells nothing else, so everybody may ask. */
export function loader({ context }: LoaderFunctionArgs) {
  return toScript({ now: context.now() });
}
