/** The door: an HTTP upgrade becomes a socket in a room, or is refused before there is one. */
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { COLLAB_PATH, isPublished, publishedName } from "#domain/board-doc/wire.ts";
import { addressOf, type Proxies } from "#server/client-address.ts";
import type { Logger } from "#server/log.ts";
import { type Admission, type AuthorizeOptions, authorize } from "./authorize.ts";
import { type Limits, MAX_MESSAGE_BYTES, type Visitor } from "./limits.ts";
import type { RoomMetrics } from "./room-metrics.ts";

export interface DoorOptions extends AuthorizeOptions {
  readonly log: Logger;
  readonly limits: Limits;
  readonly now: () => number;
  readonly proxies: Proxies;
  /** False in development, where the page builder has sockets of its own on the port. */
  readonly ownsEveryUpgrade: boolean;
  readonly isDraining: () => boolean;
  readonly metrics: RoomMetrics;
  readonly onSocket: (entry: Entry) => void;
}

type Admitted = Extract<Admission, { admitted: true }>;

export interface Entry extends Admitted {
  readonly socket: WebSocket;
  /** What the socket lies on. */
  readonly stream: Duplex;
  readonly wants: { readonly durable: boolean; readonly notices: boolean };
  /** Gives the place back that the limits count. */
  readonly release: () => void;
}

type Refusal = 401 | 403 | 404 | 429 | 500 | 503;

/** Answers upgrades on the server's port. */
export function attachDoor(server: Server, options: DoorOptions): void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
  });
  // A broken handshake is answered by the library; without a listener the error would end the process.
  sockets.on("wsClientError", (error, socket) => {
    options.log.debug({ err: error }, "broken handshake");
    socket.destroy();
  });
  const refuse = (socket: Duplex, status: Refusal) => {
    options.metrics.refusedAtDoor(status);
    answer(socket, status);
  };
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", (error) => options.log.debug({ err: error }, "socket failed before it was open"));
    const { path, query } = split(request.url ?? "");
    if (path !== COLLAB_PATH && !path.startsWith(`${COLLAB_PATH}/`)) {
      if (options.ownsEveryUpgrade) refuse(socket, 404);
      return;
    }
    admit(request, path.slice(COLLAB_PATH.length + 1), options)
      .then((outcome) => {
        if (typeof outcome === "number") refuse(socket, outcome);
        else if (socket.destroyed) outcome.release();
        else
          open(sockets, { request, socket, head }, (opened) =>
            options.onSocket({ ...outcome, socket: opened, stream: socket, wants: wantsOf(query) }),
          );
      })
      .catch((error: unknown) => {
        options.log.error({ err: error }, "upgrade failed");
        refuse(socket, 500);
      });
  });
}

function split(url: string): { path: string; query: string } {
  const mark = url.indexOf("?");
  return mark === -1 ? { path: url, query: "" } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function wantsOf(query: string): Entry["wants"] {
  const asked = new URLSearchParams(query);
  return { durable: asked.get("ack") === "1", notices: asked.get("notices") === "1" };
}

type Welcome = Admitted & { release: () => void };

async function admit(request: IncomingMessage, room: string, options: DoorOptions): Promise<Welcome | Refusal> {
  if (options.isDraining()) return 503;
  const address = addressOf(request, options.proxies);
  if (!options.limits.knock(address, options.now())) return 429;
  const { origin, cookie } = request.headers;
  const admission = await authorize(options, { origin, cookie, room });
  if (!admission.admitted) return admission.status;
  const { room: name } = admission;
  const place = isPublished(name) ? publishedName(name) : name.boardId;
  const visitor: Visitor = {
    account: admission.session.person.id,
    address,
    room: place,
    isPublished: isPublished(name),
  };
  if (!options.limits.enter(visitor, options.now())) return 429;
  return { ...admission, release: () => options.limits.leave(visitor) };
}

function answer(socket: Duplex, status: Refusal): void {
  const retry = status === 429 || status === 503 ? "Retry-After: 2\r\n" : "";
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`;
  socket.end(head, () => socket.destroy());
}

function open(
  sockets: WebSocketServer,
  { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
  onOpen: (socket: WebSocket) => void,
): void {
  sockets.handleUpgrade(request, socket, head, (opened) => {
    // Before anything else: a broken frame is an "error" event, and one that nobody hears ends the process.
    opened.on("error", () => opened.terminate());
    onOpen(opened);
  });
}
