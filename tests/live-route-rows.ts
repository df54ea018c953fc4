/** What the addresses of the live workshop answer whom. */
import { JOIN_CODE } from "./live-route-world.ts";
import type { RouteRow } from "./route-rows.ts";
import { EVERYBODY } from "./route-world.ts";

export const LIVE_ROUTE_ROWS: readonly RouteRow[] = [
  { ask: "GET /clock", may: EVERYBODY },
  { ask: `GET /screen/${JOIN_CODE}`, may: EVERYBODY },
];
