/** A server of rooms in a process of its own, for tests that kill it. Argument: the database file. Prints its port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Registry } from "prom-client";
import { openDatabase } from "#db/client.ts";
import { compactDocument } from "#domain/board-doc/compaction.ts";
import { createLogger } from "#server/log.ts";
import { createRooms } from "#server/realtime/rooms.ts";
import { addTestWorld, resolveTestSession } from "../test-world.ts";

const db = openDatabase(process.argv[2] ?? "");
if (db.$client.prepare("select count(*) from board").pluck().get() === 0) addTestWorld(db);
const http = createServer();
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
const { port } = http.address() as AddressInfo;
const rooms = createRooms({
  db,
  log: createLogger("silent"),
  now: Date.now,
  origin: `http://127.0.0.1:${port}`,
  proxies: () => false,
  resolveSession: resolveTestSession(db),
  onProjected: () => undefined,
  mayWrite: () => true,
  metrics: new Registry(),
  compact: async (stored) => compactDocument(stored),
  rates: "unbounded",
  ownsEveryUpgrade: true,
  unloadAfterMs: 60_000,
});
await rooms.attach(http);
process.stdout.write(`${port}\n`);
process.once("SIGTERM", () => void rooms.drain().then(() => process.exit(0)));
