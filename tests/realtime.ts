/** A real server of rooms on a free port, and real y-websocket clients: what the tests of rooms are written with. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Registry } from "prom-client";
import { afterEach } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Database, openDatabase } from "#db/client.ts";
import type { ProjectedBoard } from "#db/queries/projection.ts";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { compactDocument } from "#domain/board-doc/compaction.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import {
  COLLAB_PATH,
  type DurableMessage,
  decodeDurable,
  decodeNotice,
  MESSAGE,
  type Notice,
} from "#domain/board-doc/wire.ts";
import type { RichTextNode } from "#domain/initiative.ts";
import { DEFAULT_LIMITS } from "#server/limit-settings.ts";
import { createLogger, type Logger } from "#server/log.ts";
import { createRooms, type RoomServer, type RoomsOptions } from "#server/realtime/rooms.ts";
import { addTestWorld, type PersonName, ROOM, resolveTestSession, sessionOf } from "./test-world.ts";
import { until } from "./until.ts";

// Every client of y-websocket listens for the end of the process.
process.setMaxListeners(0);

export interface TestServer {
  readonly db: Database;
  readonly rooms: RoomServer;
  readonly port: number;
  readonly origin: string;
  readonly projected: ProjectedBoard[];
  readonly metrics: Registry;
  /** Set to false to let the disk be full. */
  disk: { hasRoom: boolean };
  stop(): Promise<void>;
}

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

export interface TestServerOptions {
  readonly db?: Database;
  readonly unloadAfterMs?: number;
  readonly limited?: boolean;
  readonly log?: Logger;
  readonly compact?: RoomsOptions["compact"];
}

/** Starts rooms over an in-memory database with the test world, or over the one given. Stopped when the test ends. */
export async function startServer({
  db = openTestWorld(),
  unloadAfterMs = 60_000,
  limited = false,
  log = createLogger("silent"),
  compact = async (stored) => compactDocument(stored),
}: TestServerOptions = {}): Promise<TestServer> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const projected: ProjectedBoard[] = [];
  const disk = { hasRoom: true };
  const metrics = new Registry();
  const rooms = createRooms({
    db,
    log,
    now: Date.now,
    origin,
    proxies: () => false,
    resolveSession: resolveTestSession(db),
    onProjected: (board) => projected.push(board),
    mayWrite: () => disk.hasRoom,
    metrics,
    compact,
    rates: limited ? DEFAULT_LIMITS : "unbounded",
    ownsEveryUpgrade: true,
    unloadAfterMs,
  });
  await rooms.attach(http);
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= rooms.drain().then(() => {
      http.closeAllConnections();
      return new Promise<void>((resolve) => http.close(() => resolve()));
    });
    return stopped;
  };
  running.push(stop);
  return { db, rooms, port, origin, projected, disk, metrics, stop };
}

function openTestWorld(): Database {
  const db = openDatabase(":memory:");
  addTestWorld(db);
  return db;
}

export interface TestClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** What the server said was durable, newest last. */
  readonly acknowledged: DurableMessage[];
  /** Topics of the server's notices. */
  readonly notices: Notice[];
  /** Step-2 and update messages sent on the socket of now. */
  readonly sent: () => number;
  /** The server has answered for all of them. */
  readonly isSaved: () => boolean;
  /** The final close code, when the client gave up. */
  readonly closedWith: () => number | null;
  readonly titles: () => string[];
  readonly add: (id: string, title?: string) => void;
  readonly insert: (id: string, description: readonly RichTextNode[]) => void;
  readonly leave: () => void;
}

export interface ConnectOptions {
  readonly room?: string;
  readonly doc?: Y.Doc;
  readonly origin?: string;
}

/** A stock client as this person's browser would open it; not awaited until it is in step. */
export function open(
  server: Pick<TestServer, "port" | "origin">,
  person: PersonName,
  options: ConnectOptions = {},
): TestClient {
  const { room = ROOM, doc = new Y.Doc(), origin = server.origin } = options;
  let sent = 0;
  let answeredFor: number | null = null;
  class Socket extends WebSocket {
    constructor(address: string) {
      // The server counts per socket: what it said on the last one says nothing of this one.
      sent = 0;
      answeredFor = null;
      super(address, { headers: { cookie: `session=${sessionOf(person)}`, origin } });
    }
    override send(data: Uint8Array) {
      if (data[0] === MESSAGE.sync && data[1] !== 0) sent++;
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}${COLLAB_PATH}`, room, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { ack: "1", notices: "1" },
    maxBackoffTime: 300,
  });
  const acknowledged: DurableMessage[] = [];
  const notices: Notice[] = [];
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => notices.push(decodeNotice(decoder) as Notice);
  let closedWith: number | null = null;
  provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => {
    const told = decodeDurable(decoder);
    acknowledged.push(told);
    answeredFor = told.count;
  };
  provider.on("closed", ({ code }) => {
    closedWith = code;
  });
  const leave = () => provider.destroy();
  running.push(async () => leave());
  return {
    doc,
    provider,
    acknowledged,
    notices,
    sent: () => sent,
    isSaved: () => answeredFor === sent,
    closedWith: () => closedWith,
    titles: () => readBoard(doc).initiatives.map(({ title }) => title),
    add: (id, title = id) => addInitiative(doc, { id, title, status: "idea" }),
    insert: (id, description) => addInitiative(doc, { id, title: id, status: "idea", description }),
    leave,
  };
}

/** Resolves when the client has the whole board. */
export async function connect(
  server: Pick<TestServer, "port" | "origin">,
  person: PersonName,
  options: ConnectOptions = {},
): Promise<TestClient> {
  const client = open(server, person, options);
  await until(() => client.provider.synced);
  return client;
}

/** Everything the client has sent is on the server's disk. */
export const saved = (client: TestClient): Promise<boolean> => until(client.isSaved);
