/** The composition root: what the house consists of, in the order it is built and taken down. */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "#db/client.ts";
import { readFact } from "#db/queries/installation.ts";
import { seedRegistry } from "#db/seed/registry.ts";
import { type Auth, createAuth, readSession } from "./auth.ts";
import { keepBackingUp } from "./backup-keeping.ts";
import { keepBoardVersions } from "./board-versions.ts";
import { watchDiskSpace } from "./disk-space.ts";
import type { Env } from "./env.ts";
import { EXIT, ExitError } from "./exit.ts";
import { keepFile } from "./file-keeping.ts";
import { keepHouse } from "./housekeeping.ts";
import { createHttp } from "./http.ts";
import { close, listen } from "./listen.ts";
import { goLive } from "./live.ts";
import { lockDataDir } from "./lock.ts";
import type { Logger } from "./log.ts";
import { createMailer } from "./mailer.ts";
import { createMetrics, measureKeeping } from "./metrics.ts";
import { builtPages, livePages } from "./pages.ts";
import { createReadiness } from "./readiness.ts";
import type { RoomServer } from "./realtime/rooms.ts";
import { Rehearsals } from "./rehearsal/rehearsals.ts";
import { keepSearchIndexed } from "./search-index.ts";
import { createSignIn } from "./sign-in.ts";
import { createSignInLimits, unlimited } from "./sign-in-limits.ts";
import { backupFolder, closeStore, databaseFile, markRunning, openToServe, watchForChanges } from "./store.ts";
import { warmUp } from "./warm-up.ts";

export interface RunningServer {
  readonly port: number;
  /** Refuses new requests, lets those under way finish, and leaves the database whole. */
  stop(): Promise<void>;
}

/** @throws ExitError when the data folder is in use, damaged, or a demo's outside a demo */
export async function startServer(env: Env, log: Logger): Promise<RunningServer> {
  const now = Date.now;
  const lock = lockDataDir(env.dataDir);
  const db = await openDatabaseOf(env, log);
  const disk = watchDiskSpace(env.dataDir, env.minFreeMb, log);
  const file = keepFile({ db, file: databaseFile(env.dataDir), log, now });
  const auth = createAuth({ db, origin: env.origin, secret: env.sessionSecret });
  const metrics = createMetrics();
  const shared = { env, log, db, now, metrics, mayWrite: disk.hasRoom, writingAnew: file.writingAnew };
  const mayWrite = () => disk.hasRoom() && file.writingAnew() === null;
  const { rooms, synergy, ...live } = goLive({ ...shared, mayWrite, auth, newId: randomUUID });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 });
  const pages = env.production ? builtPages() : await livePages(server);
  const readiness = createReadiness({ ...shared, isStoring: () => rooms.isStoring, pages });
  const mailer = createMailer(env.smtpUrl, env.origin);
  const settings = {
    origin: env.origin,
    demo: (await readFact(db, "demo")) !== null,
    accessibilityStatementUrl: env.accessibilityStatementUrl,
  };
  const rehearsals = new Rehearsals({
    ...shared,
    liveChanged: (workshopId) => rooms.liveChanged(workshopId),
    accessChanged: () => rooms.accessChanged(),
    entrance: () => ({ host: env.host, port: (server.address() as AddressInfo).port, origin: env.origin }),
  });
  await rehearsals.clear();
  const app = createHttp({
    ...shared,
    pages,
    notReady: readiness.notReady,
    readSession: (cookie) => readSession(auth, db, { cookie, now: now(), prolong: true, log }),
    services: { db, rooms, synergy, rehearsals, mailer, settings, now },
    signInFrom: signInFrom({ ...shared, auth, rooms }),
  });
  server.on("request", app);

  const changes = watchForChanges(db, () => rooms.accessChanged(), log);
  const backups = keepBackingUp({
    file: databaseFile(env.dataDir),
    folder: backupFolder(env.dataDir),
    minFreeMb: env.minFreeMb,
    log,
    now,
  });
  measureKeeping(metrics, { databaseFile: databaseFile(env.dataDir), backupAt: backups.takenAt, now });
  const versions = keepBoardVersions({ db, log, now, newId: randomUUID });
  const house = keepHouse({ db, log, now });
  const searchIndex = keepSearchIndexed(db, log);
  await rooms.attach(server);
  // Loading them stalls everything else, so whoever comes back after a restart comes to a server that can answer.
  await pages.load();
  await warmUp(log);
  await listen(server, env);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      readiness.drain();
      for (const watch of [changes, versions, house, searchIndex, disk]) watch.stop();
      await Promise.all([live.stop(), backups.stop()]);
      await file.stop();
      await Promise.all([close(server), pages.close()]);
      await closeStore(db);
      lock.release();
    },
  };
}

async function openDatabaseOf(env: Env, log: Logger): Promise<Database> {
  const { db, checked } = await openToServe(env.dataDir, Date.now());
  await refuseDemoInProduction(db, env);
  await markRunning(db);
  if (checked) log.warn("the last server did not stop in order; the database is whole");
  await seedRegistry(db, Date.now());
  return db;
}

/** What a demo seeded must never be taken for a kommune's own word. */
async function refuseDemoInProduction(db: Database, env: Env): Promise<void> {
  if (!env.production || env.demo || (await readFact(db, "demo")) === null) return;
  const message = `${env.dataDir} holds a demo. Set DEMO=1 to serve it, or choose another DATA_DIR.`;
  throw new ExitError(EXIT.refused, message);
}

interface SignInParts {
  readonly env: Env;
  readonly db: Database;
  readonly auth: Auth;
  readonly now: () => number;
  readonly rooms: Pick<RoomServer, "sessionEnded" | "codeUsedFrom">;
}

function signInFrom({ env, rooms, ...parts }: SignInParts) {
  const limits = env.rates === "unbounded" ? unlimited : createSignInLimits(env.rates);
  const told = {
    onSessionEnded: (sessionId: string) => rooms.sessionEnded(sessionId),
    onCodeUsed: (address: string) => rooms.codeUsedFrom(address),
  };
  return (address: string) => createSignIn({ ...parts, ...told, origin: env.origin, limits }, address);
}
