import { statSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** A registry of its own per server, so that two of them in one test do not share counts. */
export function createMetrics(): Registry {
  const registry = new Registry();
  // The library would look at the loop a hundred times a second, which costs an idle server more than all the rest.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: NEVER_MS });
  for (const name of LOOP_LAG) registry.removeSingleMetric(name);
  measureLoopDelay(registry);
  return registry;
}

const NEVER_MS = 2 ** 31 - 1;
const LOOP_LAG = ["", "_min", "_max", "_mean", "_stddev", "_p50", "_p90", "_p99"].map(
  (part) => `nodejs_eventloop_lag${part}_seconds`,
);
const LOOK_EVERY_MS = 50;
const NANOSECONDS = 1e9;

/** How much later than due the loop came to its work, since the last reading of the metrics. */
function measureLoopDelay(registry: Registry): void {
  const intervals = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  intervals.enable();
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / NANOSECONDS - LOOK_EVERY_MS / 1000);
  const delay: Gauge = new Gauge({
    name: "event_loop_delay_seconds",
    help: "How late the event loop came to its work since the last reading, by quantile; 1 is the worst",
    labelNames: ["quantile"],
    registers: [registry],
    collect() {
      for (const quantile of [0.5, 0.99]) delay.set({ quantile }, late(intervals.percentile(quantile * 100)));
      delay.set({ quantile: 1 }, late(intervals.max));
      intervals.reset();
    },
  });
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

export interface Keeping {
  readonly databaseFile: string;
  /** When the newest copy of the database was taken; null when there is none. */
  readonly backupAt: () => number | null;
  readonly now: () => number;
}

/** How large the database and its log are, and how old its newest copy is. */
export function measureKeeping(registry: Registry, { databaseFile, backupAt, now }: Keeping): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  const bytes = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  gauge("database_bytes", "Size of the database file", () => bytes(databaseFile));
  gauge("wal_bytes", "Size of the database's write-ahead log", () => bytes(`${databaseFile}-wal`));
  gauge("backup_age_seconds", "Age of the newest copy of the database; +Inf when there is none", () => {
    const at = backupAt();
    return at === null ? Number.POSITIVE_INFINITY : Math.max(0, now() - at) / 1000;
  });
}
