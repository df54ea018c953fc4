import type { Connection } from "./connection.ts";

export interface Incoming {
  readonly update: Uint8Array;
  readonly kind: "step2" | "update";
}

/** Somebody waits for the document as it will be on disk. */
export interface Request {
  readonly connection: Connection;
  readonly stateVector: Uint8Array;
  readonly as: "step2" | "update";
}

export interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** What a room gathers while one turn of the event loop lasts, to commit and tell it together. */
export class Turn {
  /** Updates not looked at yet, by who sent them, in the order in which they came. */
  readonly incoming = new Map<Connection, Incoming[]>();
  /** Sockets of which the document holds more messages than before. */
  readonly touched = new Set<Connection>();
  requests: Request[] = [];
  waiters: Waiter[] = [];

  add(connection: Connection, message: Incoming): void {
    const sent = this.incoming.get(connection);
    if (sent === undefined) this.incoming.set(connection, [message]);
    else sent.push(message);
  }

  leave(connection: Connection): void {
    this.touched.delete(connection);
    this.requests = this.requests.filter((request) => request.connection !== connection);
  }
}
