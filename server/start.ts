/** The composition root: what the house consists of, in the order it is built and taken down. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "#db/client.ts";
import { readFact } from "#db/queries/installation.ts";
import { seedRegistry } from "#db/seed/registry.ts";
import { type Auth, createAuth, readSession } from "./auth.ts";
import { backUpDaily } from "./backup.ts";
import { watchDiskSpace } from "./disk-space.ts";
import type { Env } from "./env.ts";
import { EXIT, ExitError } from "./exit.ts";
import { createHttp } from "./http.ts";
import { lockDataDir } from "./lock.ts";
import type { Logger } from "./log.ts";
import { createMailer } from "./mailer.ts";
import { createMetrics } from "./metrics.ts";
import { builtPages, livePages } from "./pages.ts";
import { createReadiness } from "./readiness.ts";
import { CompactionThread } from "./realtime/compaction-thread.ts";
import { createRooms, type RoomServer, type RoomsOptions, UNLOAD_AFTER_MS } from "./realtime/rooms.ts";
import { createSignIn } from "./sign-in.ts";
import { createSignInLimits, unlimited } from "./sign-in-limits.ts";
import { backupFolder, closeStore, markRunning, openStore, watchForChanges } from "./store.ts";
import { createSynergy } from "./without-sockets.ts";

const HOUR_MS = 60 * 60 * 1000;
const CLOSE_WITHIN_MS = 3_000;

export interface RunningServer {
  readonly port: number;
  /** Refuses new requests, lets those under way finish, and leaves the database whole. */
  stop(): Promise<void>;
}

/** @throws ExitError when the data folder is in use, damaged, or a demo's outside a demo */
export async function startServer(env: Env, log: Logger): Promise<RunningServer> {
  const now = Date.now;
  const lock = lockDataDir(env.dataDir);
  const db = await openStore(env.dataDir, now());
  await refuseDemoInProduction(db, env);
  if ((await markRunning(db, env.dataDir)).checked)
    log.warn("the last server did not stop in order; the database is whole");
  await seedRegistry(db, now());

  const disk = watchDiskSpace(env.dataDir, env.minFreeMb);
  const metrics = createMetrics();
  const auth = createAuth({ db, origin: env.origin, secret: env.sessionSecret });
  const { rooms, ...live } = openRooms({
    env,
    log,
    db,
    auth,
    now,
    mayWrite: disk.hasRoom,
    onProjected: () => undefined,
  });
  const synergy = createSynergy();
  const readiness = createReadiness({ db, mayWrite: disk.hasRoom, now });

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 });
  const pages = await (env.production ? builtPages() : livePages(server));
  const mailer = createMailer(env.smtpUrl, env.origin);
  const settings = { origin: env.origin, demo: env.demo, accessibilityStatementUrl: env.accessibilityStatementUrl };
  const limits = env.unboundedRates ? unlimited : createSignInLimits();
  const signInOptions = {
    auth,
    db,
    origin: env.origin,
    now,
    limits,
    onSessionEnded: (sessionId: string) => rooms.sessionEnded(sessionId),
  };
  const app = createHttp({
    env,
    log,
    metrics,
    pages,
    notReady: readiness.notReady,
    mayWrite: disk.hasRoom,
    readSession: (cookie) => readSession(auth, db, { cookie, now: now(), prolong: true }),
    services: { db, rooms, synergy, mailer, settings, now },
    signInFrom: (address) => createSignIn(signInOptions, address),
  });
  server.on("request", app);

  const changes = watchForChanges(db, () => rooms.accessChanged());
  const backups = keepBackingUp(() => backUpDaily(db, backupFolder(env.dataDir), now()), log);
  await rooms.attach(server);
  await listen(server, env);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      readiness.drain();
      changes.stop();
      backups.stop();
      await live.stop();
      await Promise.all([close(server), pages.close()]);
      disk.stop();
      await closeStore(db);
      lock.release();
    },
  };
}

interface RoomParts extends Pick<RoomsOptions, "log" | "db" | "now" | "mayWrite" | "onProjected"> {
  readonly env: Env;
  readonly auth: Auth;
}

/** The rooms with what only they need: a thread that compacts. */
function openRooms({ env, auth, ...parts }: RoomParts): { rooms: RoomServer; stop: () => Promise<void> } {
  const { db, now } = parts;
  const compaction = new CompactionThread();
  const rooms = createRooms({
    ...parts,
    origin: env.origin,
    trustedProxies: env.trustedProxies,
    resolveSession: async (cookie) =>
      (await readSession(auth, db, { cookie, now: now(), prolong: false }))?.session ?? null,
    compact: (stored) => compaction.compact(stored),
    unboundedRates: env.unboundedRates,
    ownsEveryUpgrade: env.production,
    unloadAfterMs: UNLOAD_AFTER_MS,
  });
  const stop = async () => {
    await rooms.drain();
    await compaction.stop();
  };
  return { rooms, stop };
}

/** What a demo seeded must never be taken for a kommune's own word. */
async function refuseDemoInProduction(db: Database, env: Env): Promise<void> {
  if (!env.production || env.demo || (await readFact(db, "demo")) === null) return;
  const message = `${env.dataDir} holds a demo. Set DEMO=1 to serve it, or choose another DATA_DIR.`;
  throw new ExitError(EXIT.refused, message);
}

function listen(server: Server, { host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") reject(error);
      else reject(new ExitError(EXIT.refused, `Port ${port} is in use. Choose another one with PORT.`));
    });
    server.listen(port, host, resolve);
  });
}

/** Lets answers under way be finished, for a while. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS).unref();
  });
}

/** Asks every hour whether today's backup is there. A failed one is logged and tried again. */
function keepBackingUp(backUp: () => Promise<string | null>, log: Logger): { stop: () => void } {
  const attempt = () =>
    backUp().then(
      (file) => file && log.info({ file }, "backed up"),
      (error: unknown) => log.error({ err: error }, "backup failed"),
    );
  void attempt();
  const timer = setInterval(() => void attempt(), HOUR_MS).unref();
  return { stop: () => clearInterval(timer) };
}
