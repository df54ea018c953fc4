/** Everything on the port that is not a socket: health, files and pages, in the order they are asked. */
import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import compression from "compression";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import type { Registry } from "prom-client";
import type { Services } from "#app/http/load-context.server.ts";
import { REFUSAL_TEXTS } from "#app/text/refusals.ts";
import type { SessionReading } from "./auth.ts";
import { addressOf } from "./client-address.ts";
import type { Env } from "./env.ts";
import { type HealthOptions, healthRoutes } from "./health.ts";
import { nonceOf, refuse, refusedFor, requestChecks, securityHeaders } from "./http-headers.ts";
import type { Logger } from "./log.ts";
import { measureRequests } from "./metrics.ts";
import type { Pages } from "./pages.ts";
import { securityTxt } from "./security-txt.ts";

export interface HttpOptions {
  readonly env: Env;
  readonly log: Logger;
  readonly metrics: Registry;
  readonly pages: Pages;
  readonly notReady: HealthOptions["notReady"];
  /** False while the disk has too little space left. */
  readonly mayWrite: () => boolean;
  /** Resolves when the whole database file has been written anew; null while it is not. */
  readonly writingAnew: () => Promise<void> | null;
  readonly readSession: (cookie: string | undefined) => Promise<SessionReading | null>;
  /** What loaders and actions get, without what belongs to one request. */
  readonly services: Omit<Services, "session" | "cspNonce" | "requestId" | "refusal" | "reportError" | "signIn">;
  readonly signInFrom: (address: string) => Services["signIn"];
}

export function createHttp(options: HttpOptions): Express {
  const { env, pages, metrics } = options;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.proxies);
  app.use(withRequestId);
  app.use(healthRoutes({ notReady: options.notReady, metrics, metricsToken: env.metricsToken }));
  app.use(logRequests(options.log), measureRequests(metrics));
  app.use(securityHeaders(env.origin), requestChecks(env.origin));
  app.use(securityTxt(env.securityContact, options.services.now));
  app.use(compression(), compressWhole);
  const { assets, others } = pages.files;
  if (assets.length > 0) app.use("/assets", assets, endWith404);
  app.use(...others);
  app.use(waitToWrite(options.writingAnew), refuseWithoutSpace(options.mayWrite));
  app.all("*", memberPages, pages.answer(loadContext(options)));
  app.use(lastResort(options.log));
  return app;
}

const idOf = (response: Response): string => response.locals["requestId"] as string;

const withRequestId: RequestHandler = (_request, response, next) => {
  response.locals["requestId"] = randomUUID().slice(0, 8);
  next();
};

const endWith404: RequestHandler = (_request, response) => {
  response.sendStatus(404);
};

/** Remix would flush after each of React's pieces of 2 kB, and each flush is a round through zlib's thread. */
const compressWhole: RequestHandler = (_request, response, next) => {
  Object.assign(response, { flush: undefined });
  next();
};

/** What a person may see is for them and for now: no cache keeps it, unless the page itself says otherwise. */
const memberPages: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};

/** What is posted while nothing can be written waits for the end of that: seconds, in the night. */
const waitToWrite =
  (writingAnew: HttpOptions["writingAnew"]): RequestHandler =>
  (request, _response, next) => {
    const writing = request.method === "POST" ? writingAnew() : null;
    if (writing === null) next();
    else void writing.then(() => next());
  };

/** Reading goes on when the disk is full; nothing is taken in that could not be kept. */
const refuseWithoutSpace =
  (mayWrite: () => boolean): RequestHandler =>
  (request, response, next) => {
    if (request.method === "POST" && !mayWrite()) {
      refuse(response, 503);
      response.set("Retry-After", "60");
    }
    next();
  };

function loadContext(options: HttpOptions) {
  return async (request: Request, response: Response): Promise<AppLoadContext> => {
    const reading = await options.readSession(request.headers.cookie);
    for (const cookie of reading?.setCookies ?? []) response.append("Set-Cookie", cookie);
    return {
      ...options.services,
      session: reading?.session ?? null,
      signIn: options.signInFrom(addressOf(request, options.env.proxies)),
      cspNonce: nonceOf(response),
      requestId: idOf(response),
      refusal: refusedFor(response),
      reportError: (error) => options.log.error({ requestId: idOf(response), err: error }, "unexpected error"),
    } satisfies Services;
  };
}

/** One line a request, without the query and without what would sign somebody in. */
function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.on("finish", () => {
      log.info({
        requestId: idOf(response),
        method: request.method,
        path: request.originalUrl.split("?")[0]?.replace(/^\/(sign-in|invitations)\/[^/]+/, "/$1/:token"),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      });
    });
    next();
  };
}

/** What no page caught. The id finds the log line; nothing else is told. */
function lastResort(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // biome-ignore lint/complexity/useMaxParams: see above
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = clientError(error);
    if (status === null) log.error({ requestId: idOf(response), err: error }, "request failed");
    const text = status === null ? `${REFUSAL_TEXTS[500]} (${idOf(response)})` : REFUSAL_TEXTS[400];
    response
      .status(status ?? 500)
      .type("text/plain")
      .send(text);
  };
}

/** Errors that say themselves that the request is at fault. */
function clientError(error: unknown): number | null {
  const status = (error as { status?: unknown }).status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}
