/** The rooms as the rest of the server sees them: a door, what pages ask of boards, and what rights and shutdown demand. */
import type { Server } from "node:http";
import type { Registry } from "prom-client";
import type { Doc } from "yjs";
import type { CurrentSession, Rooms } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { readProjectedBoard } from "#db/queries/boards.ts";
import { countUnread } from "#db/queries/inbox.ts";
import { readLiveSections, readLiveView, readScreenSections, readScreenView } from "#db/queries/live/view.ts";
import { loadPerson } from "#db/queries/people.ts";
import type { ProjectedBoard } from "#db/queries/projection.ts";
import type { BoardDoc } from "#domain/board-doc/document.ts";
import { writeInbox } from "#domain/board-doc/inbox.ts";
import { writeLiveView } from "#domain/board-doc/live.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { CLOSE, isPublished, type Notice, type PublishedName } from "#domain/board-doc/wire.ts";
import type { BoardSnapshot } from "#domain/initiative.ts";
import { LIVE_SECTIONS, type LiveSection, type LiveView } from "#domain/live/view.ts";
import type { Proxies } from "#server/client-address.ts";
import type { LimitSettings } from "#server/limit-settings.ts";
import type { Logger } from "#server/log.ts";
import { attachDoor } from "./attach.ts";
import { Compactor, type CompactorOptions } from "./compaction.ts";
import { KnownSessions } from "./known-sessions.ts";
import { createLimits, unboundedLimits } from "./limits.ts";
import { OpenRooms } from "./open-rooms.ts";
import { Commits } from "./persistence.ts";
import { Projector } from "./projection.ts";
import { type Parts, PublishedRooms } from "./published-rooms.ts";
import { RoomMetrics } from "./room-metrics.ts";
import { Seldom } from "./seldom.ts";
import { Sockets } from "./sockets.ts";

export interface RoomsOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => number;
  /** Public address: the only page that may open sockets. */
  readonly origin: string;
  readonly proxies: Proxies;
  /** The session of a Cookie header, with the person's roles as they are now. */
  readonly resolveSession: (cookie: string | undefined) => Promise<CurrentSession | null>;
  /** Rows of initiatives have changed. */
  readonly onProjected: (projected: ProjectedBoard) => void;
  /** False while too little space is left on the disk. */
  readonly mayWrite: () => boolean;
  readonly compact: CompactorOptions["compact"];
  readonly metrics: Registry;
  readonly rates: LimitSettings | "unbounded";
  /** False in development, where the page builder has sockets of its own on the port. */
  readonly ownsEveryUpgrade: boolean;
  /** How long an empty room stays open. */
  readonly unloadAfterMs: number;
}

export const UNLOAD_AFTER_MS = 60_000;
/** What a live workshop shows of boards. */
const OF_BOARDS: ReadonlySet<LiveSection> = new Set(["check", "ballots"]);
/** How often the hall is told how many have voted. */
const COUNT_EVERY_MS = 1_000;

export interface RoomServer extends Rooms {
  /** A live workshop is joined from the address: more may come from there. */
  codeUsedFrom(address: string): void;
  /** False from a failed commit until the disk takes writes again. */
  readonly isStoring: boolean;
  /** Brings rows up that a crash left behind, then answers upgrades. */
  attach(server: Server): Promise<void>;
  /** Refuses new sockets, stores everything, and closes the open ones so that they come back to the next server. */
  drain(): Promise<void>;
}

export function createRooms(options: RoomsOptions): RoomServer {
  return new LiveRooms(options);
}

/** What the database says for a room that the server writes: all of it, or the sections that have changed. */
async function writerOf(db: Database, { topic, id }: PublishedName, parts: Parts): Promise<(doc: Doc) => void> {
  if (topic === "inbox") return inboxWriter(db, id);
  const view = await viewOf(db, { topic, id }, parts);
  return (doc) => writeLiveView(doc, view);
}

async function viewOf(db: Database, { topic, id }: PublishedName, parts: Parts): Promise<Partial<LiveView>> {
  if (parts === null) return topic === "live" ? readLiveView(db, id) : readScreenView(db, id);
  const sections = LIVE_SECTIONS.filter((section) => parts.has(section));
  return topic === "live" ? readLiveSections(db, id, sections) : readScreenSections(db, id, sections);
}

async function inboxWriter(db: Database, personId: string): Promise<(doc: Doc) => void> {
  const person = await loadPerson(db, personId);
  const unread = person === null ? 0 : await countUnread(db, person);
  return (doc) => writeInbox(doc, { unread });
}

class LiveRooms implements RoomServer {
  readonly #options: RoomsOptions;
  readonly #commits: Commits;
  readonly #projector: Projector;
  readonly #rooms: OpenRooms;
  readonly #sockets: Sockets;
  readonly #published: PublishedRooms;
  readonly #sessions: KnownSessions;
  readonly #metrics: RoomMetrics;
  /** Hundreds vote within seconds, and each vote would be told to all of them. */
  readonly #counting = new Seldom(COUNT_EVERY_MS);
  #draining = false;

  constructor(options: RoomsOptions) {
    const { db, log, now, mayWrite, onProjected, compact, unloadAfterMs } = options;
    this.#options = options;
    const limits = options.rates === "unbounded" ? unboundedLimits : createLimits(options.rates);
    const metrics = new RoomMetrics(options.metrics);
    const commits = new Commits({ db, log, now, mayWrite, metrics });
    const projector = new Projector({ db, log, now, commits, onProjected });
    const compactor = new Compactor({ db, log, projector, now, compact, metrics });
    this.#commits = commits;
    this.#projector = projector;
    this.#rooms = new OpenRooms({ db, log, now, commits, projector, compactor, metrics, unloadAfterMs });
    const published = new PublishedRooms({ log, now, metrics, read: (name, parts) => writerOf(db, name, parts) });
    this.#sockets = new Sockets({ db, log, now, limits, rooms: this.#rooms, published, metrics });
    metrics.watch(() => ({
      rooms: this.#rooms,
      sockets: this.#sockets.count,
      failingSince: commits.failingSince,
      now: now(),
    }));
    this.#metrics = metrics;
    this.#published = published;
    this.#sessions = new KnownSessions({ resolve: options.resolveSession, now });
  }

  get isStoring(): boolean {
    return this.#commits.isWriting;
  }

  async attach(server: Server): Promise<void> {
    await this.#projector.projectAll();
    attachDoor(server, {
      ...this.#options,
      limits: this.#sockets.limits,
      sessions: this.#sessions,
      metrics: this.#metrics,
      isDraining: () => this.#draining,
      onSocket: (entry) => void this.#sockets.admit(entry),
    });
  }

  async snapshot(boardId: string): Promise<BoardSnapshot | null> {
    const room = this.#rooms.get(boardId);
    // What is at rest equals its rows; only a live document may be ahead of them.
    if (room === undefined) return readProjectedBoard(this.#options.db, boardId);
    if (room.isAhead) await this.#commits.flush();
    return room.isMade ? readBoard(room.doc) : readProjectedBoard(this.#options.db, boardId);
  }

  async edit(boardId: string, personId: string | null, change: (doc: BoardDoc) => void): Promise<void> {
    const room = await this.#rooms.open(boardId);
    if (room === null) throw new Error("The board is gone.");
    await room.edit(personId, change);
  }

  notify(boardId: string, notice: Notice): void {
    this.#rooms.get(boardId)?.audience.notify(notice);
    // The hall sees how many pairs are answered, whoever answers and wherever.
    if (notice === "findings") this.#published.refresh(({ topic }) => topic !== "inbox", OF_BOARDS);
  }

  sessionEnded(sessionId: string): void {
    this.#sessions.forget();
    this.#sockets.closeWhere(({ session }) => session.id === sessionId, CLOSE.sessionEnded);
  }

  codeUsedFrom(address: string): void {
    this.#sockets.limits.hall(address, this.#options.now());
  }

  inboxChanged(personIds: Iterable<string>): void {
    const whose = new Set(personIds);
    this.#published.refresh(({ topic, id }) => topic === "inbox" && whose.has(id));
  }

  liveChanged(workshopId: string, ...sections: readonly LiveSection[]): void {
    const parts = sections.length === 0 ? null : new Set(sections);
    const tell = () => this.#published.refresh(({ topic, id }) => topic !== "inbox" && id === workshopId, parts);
    if (sections.every((section) => section === "voters") && parts !== null) this.#counting.do(workshopId, tell);
    else tell();
  }

  accessChanged(boardId?: string): void {
    this.#sessions.forget();
    // An inbox counts what its owner may read.
    this.#published.refresh(() => true);
    void this.#sockets.recheck(boardId);
  }

  boardGone(boardId: string): void {
    this.#sessions.forget();
    this.#sockets.closeWhere((_connection, room) => !isPublished(room) && room.boardId === boardId, CLOSE.boardGone);
    this.#rooms.drop(boardId);
    this.#published.refresh(() => true);
  }

  async settle(): Promise<void> {
    await this.#commits.flush();
    await this.#projector.project([...this.#rooms]);
  }

  async drain(): Promise<void> {
    this.#draining = true;
    await this.settle();
    await this.#sockets.closeAll(CLOSE.restarting);
    // What arrived while the sockets were being closed was taken in, so it is stored too.
    await this.settle();
    for (const room of [...this.#rooms]) this.#rooms.close(room);
    this.#counting.stop();
    this.#published.stop();
    this.#projector.stop();
    this.#commits.stop();
  }
}
