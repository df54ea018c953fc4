import "@remix-run/node";
import type { Services } from "#app/http/load-context.server.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends Services {}
}
