/** `/healthz` (alive), `/readyz` (ready) and `/metrics`; addressed by machines, so they answer before everything else. */
import { timingSafeEqual } from "node:crypto";
import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Registry } from "prom-client";

export interface HealthOptions {
  /** Why the server is not ready, or null when it is. */
  readonly notReady: () => Promise<string | null>;
  readonly metrics: Registry;
  readonly metricsToken: string | null;
}

export function healthRoutes({ notReady, metrics, metricsToken }: HealthOptions): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text/plain").set("Cache-Control", "no-store").send("ok\n");
  });
  router.get(
    "/readyz",
    answering(async (_request, response) => {
      const reason = await notReady();
      response.status(reason === null ? 200 : 503).type("text/plain");
      response.set("Cache-Control", "no-store").send(`${reason ?? "ready"}\n`);
    }),
  );
  router.get(
    "/metrics",
    answering(async (request, response) => {
      if (!mayReadMetrics(request, metricsToken)) {
        response.sendStatus(404);
        return;
      }
      const numbers = await metrics.metrics();
      response.type(metrics.contentType).set("Cache-Control", "no-store").send(numbers);
    }),
  );
  return router;
}

/** Express hears of what a handler throws, but not of what one that waits does: that would end the process. */
const answering =
  (answer: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next) => {
    answer(request, response).catch(next);
  };

const LOOPBACK = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];
const FORWARDING = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** With the token, or from this machine when no proxy stands between. */
function mayReadMetrics(request: Request, token: string | null): boolean {
  const sent = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token !== null && sent !== undefined) return equal(sent, token);
  const local = LOOPBACK.includes(request.socket.remoteAddress ?? "");
  return local && FORWARDING.every((header) => request.headers[header] === undefined);
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
