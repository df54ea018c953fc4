/** One socket in a room: who it is, what it has sent, and how far it has got. */
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import type { CurrentSession } from "#app/http/load-context.server.ts";
import { CLOSE, type CloseCode, encodeDurable, encodeNotice, type Notice } from "#domain/board-doc/wire.ts";
import { GAPS, QUEUE } from "./limits.ts";
import { SIGN_OF_LIFE } from "./messages.ts";
import { toWire, type Wire } from "./wire-frame.ts";

export type SocketRole = "write" | "read";

export interface ConnectionOptions {
  readonly socket: WebSocket;
  /** What the socket lies on: frames that are ready are written there, between those of the library. */
  readonly stream: Duplex;
  readonly session: CurrentSession;
  readonly role: SocketRole;
  /** Asked for in the address: message 100 and message 101. */
  readonly wants: { readonly durable: boolean; readonly notices: boolean };
  readonly now: () => number;
}

/** How long a closing handshake may take. */
const CLOSING_MS = 2_000;
const QUIET_MS = 15_000;
const PING_MS = 25_000;
const DEAD_MS = 60_000;

export class Connection {
  readonly session: CurrentSession;
  readonly role: SocketRole;
  readonly wants: ConnectionOptions["wants"];
  /** Step-2 and update messages that the document holds, and those of them that are on disk. */
  held = 0;
  durable = 0;
  /** Messages that had to be left out and that the next step 2 brings again. */
  owed = 0;
  /** True once it has been given the document: what comes before that it would only have to put aside. */
  isInStep = false;
  /** The client id of its presence, bound on first use. */
  presenceId: number | null = null;
  /** Why the server closed it; null when it did not. */
  closedFor: CloseCode | null = null;
  #open = true;
  #toldDurable = false;
  #gaps: number[] = [];
  #sentAt: number;
  #heardAt: number;
  #pingedAt: number;
  #stalled: { at: number; bytes: number } | null = null;
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #now: () => number;

  constructor({ socket, stream, session, role, wants, now }: ConnectionOptions) {
    this.#socket = socket;
    this.#stream = stream;
    this.session = session;
    this.role = role;
    this.wants = wants;
    this.#now = now;
    this.#sentAt = this.#heardAt = this.#pingedAt = now();
    socket.on("pong", () => this.heard());
  }

  get personId(): string {
    return this.session.person.id;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  heard(): void {
    this.#heardAt = this.#now();
  }

  send(message: Uint8Array): void {
    this.write(toWire([message]));
  }

  /** The library's own `send` would make a header and two writes for each reader of the same message. */
  write(wire: Wire): void {
    if (!this.#open || this.#socket.readyState !== WebSocket.OPEN) return;
    this.#sentAt = this.#now();
    this.#stream.write(wire);
  }

  /** False when it was passed over, because much else waits to be read. */
  writePresence(wire: Wire): boolean {
    if (this.waiting > QUEUE.presence) return false;
    this.write(wire);
    return true;
  }

  /** Bytes that the other end has not taken yet. */
  get waiting(): number {
    return this.#stream.writableLength;
  }

  notify(notice: Notice): void {
    if (this.wants.notices) this.send(encodeNotice(notice));
  }

  /** Message 100, for those who asked. */
  acknowledge(stateVector: Uint8Array, count: number): void {
    this.durable = count;
    if (!this.wants.durable) return;
    this.#toldDurable = true;
    this.send(encodeDurable({ stateVector, count }));
  }

  get awaitsFirstAcknowledgement(): boolean {
    return this.wants.durable && !this.#toldDurable;
  }

  /** Notes an update with a gap; false when there were too many of them lately. */
  noteGap(): boolean {
    const now = this.#now();
    this.#gaps = [...this.#gaps.filter((at) => now - at < GAPS.withinMs), now];
    return this.#gaps.length <= GAPS.count;
  }

  get isClogged(): boolean {
    return this.waiting > QUEUE.behind;
  }

  get hasDrained(): boolean {
    return this.waiting < QUEUE.presence;
  }

  /** Called now and then while behind: gives up a reader that has not moved for long, or for whom too much waits. */
  checkProgress(): void {
    const bytes = this.waiting;
    const now = this.#now();
    if (this.#stalled === null || bytes < this.#stalled.bytes) this.#stalled = { at: now, bytes };
    if (bytes > QUEUE.dropped || now - this.#stalled.at > QUEUE.stalledMs) this.close(CLOSE.tryLater);
  }

  caughtUp(): void {
    this.#stalled = null;
  }

  /** Keeps a quiet socket alive and ends a dead one. */
  tend(): void {
    const now = this.#now();
    if (now - this.#heardAt > DEAD_MS) {
      this.#open = false;
      this.#socket.terminate();
      return;
    }
    if (now - this.#sentAt > QUIET_MS) this.send(SIGN_OF_LIFE);
    if (now - this.#pingedAt > PING_MS) {
      this.#pingedAt = now;
      this.#socket.ping();
    }
  }

  /** The other end is gone. */
  closed(): void {
    this.#open = false;
  }

  /** Nothing is sent or read after this. */
  close(code: CloseCode): void {
    if (!this.#open) return;
    this.#open = false;
    this.closedFor = code;
    this.#socket.close(code);
    setTimeout(() => this.#socket.terminate(), CLOSING_MS).unref();
  }
}
