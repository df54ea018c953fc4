/**
 * Before anybody comes, the rooms play through a short workshop with themselves: boards are entered, written in and left,
 * over real sockets, on a database in memory of which nothing stays. V8 compiles only what has run often, and whoever comes
 * right after a start would pay for that; after a deploy that is everybody at once.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Registry } from "prom-client";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { CurrentSession } from "#app/http/load-context.server.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { createBoard } from "#db/queries/boards.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { assignRole, createPerson, loadPerson } from "#db/queries/people.ts";
import { createWorkshop } from "#db/queries/workshops.ts";
import { addInitiative, prependToDescription, setStatus, setTitle } from "#domain/board-doc/commands.ts";
import { compactDocument } from "#domain/board-doc/compaction.ts";
import { COLLAB_PATH, roomName } from "#domain/board-doc/wire.ts";
import { close, listen } from "./listen.ts";
import type { Logger } from "./log.ts";
import { step1Frame, updateFrame } from "./realtime/messages.ts";
import { createRooms } from "./realtime/rooms.ts";

/** What this is worth is in docs/decisions/013. */
const BOARDS = 40;
const PEOPLE = 3;
const EDITS = 20;
/** Nobody is kept waiting for a warm-up that has stuck. */
const MOST_MS = 3_000;

const ORGANISATION = "warm-up";
const WORKSHOP = "warm-up";
const PERSON = "warm-up";

/** Never rejects: a server that could not warm up serves all the same. `mostMs` is how long it may take. */
export async function warmUp(log: Logger, mostMs = MOST_MS): Promise<void> {
  const db = openDatabase(":memory:");
  try {
    const boards = await aWorkshop(db);
    await playThrough({ db, log, boards, mostMs });
  } catch (error) {
    log.warn({ err: error }, "the rooms could not be warmed up");
  } finally {
    db.$client.close();
  }
}

/** Fills the empty database with one person's workshop. Returns its boards. */
async function aWorkshop(db: Database): Promise<readonly string[]> {
  const now = Date.now();
  const name = "warm-up";
  await createOrganisation(db, { id: ORGANISATION, name, fullName: name, kind: "municipality", now });
  await createPerson(db, { id: PERSON, name, email: "warm-up@demo.invalid", now });
  const role = { role: "editor", organisationId: ORGANISATION, workshopId: null } as const;
  await assignRole(db, { ...role, id: randomUUID(), personId: PERSON, createdBy: null, now });
  await createWorkshop(db, { id: WORKSHOP, title: name, organiser: name, createdBy: null, now });
  const boards = Array.from({ length: BOARDS }, (_, index) => `warm-up-${index}`);
  for (const id of boards) {
    await createBoard(db, { id, workshopId: WORKSHOP, organisationId: ORGANISATION, visibility: "own", now });
  }
  return boards;
}

interface Play {
  readonly db: Database;
  readonly log: Logger;
  readonly boards: readonly string[];
  readonly mostMs: number;
}

async function playThrough({ db, log, boards, mostMs }: Play): Promise<void> {
  const server = createServer();
  await listen(server, { host: "127.0.0.1", port: 0 });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rooms = createRooms({
    db,
    log,
    now: Date.now,
    origin,
    proxies: () => false,
    resolveSession: () => sessionOf(db),
    onProjected: () => undefined,
    mayWrite: () => true,
    compact: async (stored) => compactDocument(stored),
    metrics: new Registry(),
    rates: "unbounded",
    ownsEveryUpgrade: true,
    unloadAfterMs: 0,
  });
  await rooms.attach(server);
  try {
    const signal = AbortSignal.timeout(mostMs);
    for (const board of boards) await meet({ origin, boardId: board, signal });
  } finally {
    await rooms.drain();
    await close(server);
  }
}

/**
 * The library that signs people in lets Node follow every promise from its first session on, in a store of this kind: what
 * is compiled before that would have to be compiled again.
 */
const following = new AsyncLocalStorage<null>();

async function sessionOf(db: Database): Promise<CurrentSession | null> {
  const person = await following.run(null, () => loadPerson(db, PERSON));
  return person === null ? null : { id: PERSON, person };
}

interface Meeting {
  readonly origin: string;
  readonly boardId: string;
  readonly signal: AbortSignal;
}

/** A few people come to a board, write in turn, each of them heard by the others, and go. */
async function meet(meeting: Meeting): Promise<void> {
  const { signal } = meeting;
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => arrive(meeting)));
  for (let at = 0; at < EDITS; at++) {
    const writer = people[at % PEOPLE] as Writer;
    const heard = people.filter((reader) => reader !== writer).map(({ socket }) => once(socket, "message", { signal }));
    writer.socket.send(updateFrame(writer.write(at)));
    await Promise.all(heard);
  }
  await Promise.all(
    people.map(({ socket }) => {
      socket.close();
      return once(socket, "close", { signal });
    }),
  );
}

interface Writer {
  readonly socket: WebSocket;
  /** Changes something of their own card; returns the update. */
  readonly write: (at: number) => Uint8Array;
}

async function arrive({ origin, boardId, signal }: Meeting): Promise<Writer> {
  const address = `${origin.replace("http", "ws")}${COLLAB_PATH}/${roomName({ boardId, generation: 1 })}`;
  const socket = new WebSocket(address, { headers: { origin } });
  // Whoever waits for the socket hears of it; when nobody does any more, an unheard error would end the process.
  socket.on("error", () => undefined);
  await once(socket, "open", { signal });
  const doc = new Y.Doc();
  const initiativeId = randomUUID();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  socket.send(step1Frame(Y.encodeStateVector(doc)));
  await once(socket, "message", { signal });
  return {
    socket,
    write(at) {
      change(doc, initiativeId, at);
      return Y.mergeUpdates(updates.splice(0));
    },
  };
}

function change(doc: Y.Doc, initiativeId: string, at: number): void {
  if (at < PEOPLE) addInitiative(doc, { id: initiativeId, title: `Indsats ${at}`, status: "idea" });
  else if (at % 4 === 0) setStatus(doc, initiativeId, at % 8 === 0 ? "running" : "trial");
  else if (at % 4 === 1) setTitle(doc, initiativeId, `Indsats ${at}`);
  else prependToDescription(doc, initiativeId, `ord ${at} `);
}
