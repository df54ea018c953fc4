/** What the addresses of the live workshop answer whom. */
import type { RouteRow } from "./route-rows.ts";
import { EVERYBODY } from "./route-world.ts";

export const LIVE_ROUTE_ROWS: readonly RouteRow[] = [{ ask: "GET /clock", may: EVERYBODY }];
