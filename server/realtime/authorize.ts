/** Who may come in, asked before there is a socket, and again whenever rights change. */
import type { CurrentSession } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { boardSubjectByRoom } from "#db/queries/boards.ts";
import { loadPerson } from "#db/queries/people.ts";
import { sessionInForce } from "#db/queries/sessions.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import {
  type AnyRoomName,
  CLOSE,
  type CloseCode,
  isPublished,
  type PublishedName,
  parsePublishedName,
  parseRoomName,
  roomName,
} from "#domain/board-doc/wire.ts";
import { type BoardSubject, can, type Person } from "#domain/permissions.ts";
import type { SocketRole } from "./connection.ts";
import type { KnownSessions } from "./known-sessions.ts";

export interface AuthorizeOptions {
  readonly db: Database;
  /** The only page that may open sockets. */
  readonly origin: string;
  readonly sessions: KnownSessions;
}

export interface Knock {
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  /** As it stands in the address, not decoded: a name needs no decoding. */
  readonly room: string;
}

export type Admission =
  | { readonly admitted: true; readonly session: CurrentSession; readonly room: AnyRoomName; readonly role: SocketRole }
  | { readonly admitted: false; readonly status: 401 | 403 | 404 };

function roleOf(person: Person, board: BoardSubject): SocketRole | null {
  if (can(person, "board.write", board)) return "write";
  return can(person, "board.read", board) ? "read" : null;
}

/** Whether the person may read a room that the server writes. */
async function mayFollow(db: Database, person: Person, { topic, id }: PublishedName): Promise<boolean> {
  if (topic === "inbox") return can(person, "inbox.read", { type: "inbox", personId: id });
  const workshop = await workshopSubject(db, id);
  return workshop !== null && can(person, "workshop.take-part", workshop);
}

/** Unknown rooms and rooms that the person may not read are answered alike. */
export async function authorize(options: AuthorizeOptions, knock: Knock): Promise<Admission> {
  if (knock.origin !== options.origin) return { admitted: false, status: 403 };
  for (;;) {
    const { changes } = options.sessions;
    const admission = await ask(options, knock);
    // Rights that changed meanwhile would have closed the socket, had it been there.
    if (changes === options.sessions.changes) return admission;
  }
}

async function ask({ db, sessions }: AuthorizeOptions, knock: Knock): Promise<Admission> {
  const session = await sessions.resolve(knock.cookie);
  if (session === null) return { admitted: false, status: 401 };
  const published = parsePublishedName(knock.room);
  if (published !== null && (await mayFollow(db, session.person, published))) {
    return { admitted: true, session, room: published, role: "read" };
  }
  const room = parseRoomName(knock.room);
  const board = room === null ? null : await boardSubjectByRoom(db, knock.room);
  const role = board === null ? null : roleOf(session.person, board);
  if (room === null || role === null) return { admitted: false, status: 404 };
  return { admitted: true, session, room, role };
}

export interface Standing {
  readonly sessionId: string;
  readonly personId: string;
  readonly room: AnyRoomName;
  readonly role: SocketRole;
}

/** Asks again for sockets that are open; within one round every session, person and board is read once. */
export class Recheck {
  readonly #db: Database;
  readonly #now: number;
  readonly #sessions = new Map<string, Promise<boolean>>();
  readonly #people = new Map<string, Promise<Person | null>>();
  readonly #boards = new Map<string, Promise<BoardSubject | null>>();

  constructor(db: Database, now: number) {
    this.#db = db;
    this.#now = now;
  }

  /** Why a socket must close, or null when it may stay. */
  async reasonToClose({ sessionId, personId, room, role }: Standing): Promise<CloseCode | null> {
    const inForce = once(this.#sessions, sessionId, () => sessionInForce(this.#db, sessionId, this.#now));
    const loaded = once(this.#people, personId, () => loadPerson(this.#db, personId));
    const found = isPublished(room)
      ? null
      : once(this.#boards, roomName(room), () => boardSubjectByRoom(this.#db, roomName(room)));
    // Together, so that none of them fails unheard.
    const [isInForce, person, board] = await Promise.all([inForce, loaded, found]);
    if (!isInForce || person === null) return CLOSE.sessionEnded;
    if (isPublished(room)) return (await mayFollow(this.#db, person, room)) ? null : CLOSE.accessWithdrawn;
    if (board === null) return CLOSE.boardGone;
    const current = roleOf(person, board);
    if (current === null) return CLOSE.accessWithdrawn;
    return current === role ? null : CLOSE.roleChanged;
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const asked = known.get(key) ?? ask();
  known.set(key, asked);
  return asked;
}
