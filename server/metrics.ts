import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** A registry of its own per server, so that two of them in one test do not share counts. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Counts requests and how long they took; addresses are not labels, they would be as many as there are boards. */
export function measureRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time from the request's arrival to its last byte",
    labelNames: ["method"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const answers = new Counter({
    name: "http_responses_total",
    help: "Answers by status",
    labelNames: ["status"],
    registers: [registry],
  });
  return (request, response, next) => {
    const stop = seconds.startTimer({ method: request.method });
    response.on("finish", () => {
      stop();
      answers.inc({ status: response.statusCode });
    });
    next();
  };
}
