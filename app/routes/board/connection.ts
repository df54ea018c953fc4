/** The socket to the board's room, told as events that `save-state.ts` understands. */
import type * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CLOSE, COLLAB_PATH, decodeDurable, decodeNotice, MESSAGE, type Notice, SYNC } from "#domain/board-doc/wire.ts";
import type { DoorClosed, SaveEvent } from "./save-state.ts";

export interface ConnectionOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly room: string;
  readonly onEvent: (event: SaveEvent) => void;
  readonly onNotice: (notice: Notice) => void;
  /** The person's role on the board changed: the page asks what it may do now. */
  readonly onRoleChanged: () => void;
  /** A socket did not open; a browser is not told why. */
  readonly onRefused: () => void;
}

export interface Connection {
  /** Updates from the server enter the document under this origin. */
  readonly origin: unknown;
  connect(): void;
  /** Until `connect` is called again. */
  disconnect(): void;
  destroy(): void;
}

const DOOR: Partial<Record<number, DoorClosed>> = {
  [CLOSE.sessionEnded]: "session-ended",
  [CLOSE.accessWithdrawn]: "access-withdrawn",
  [CLOSE.boardGone]: "board-gone",
  [CLOSE.unreadable]: "unreadable",
  [CLOSE.tooLarge]: "too-large",
  [CLOSE.invalidContent]: "invalid",
  [CLOSE.tooFast]: "too-fast",
};

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 4_000;
const TOO_FAST_WAIT_MS = 8_000;

/** Frames that the server counts: step 2 and updates. */
const isContent = (frame: Uint8Array): boolean =>
  frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update);

/** A socket that tells of each content frame: the stock client has no hook where all of them pass. */
function countingSocket(onContent: () => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: Parameters<WebSocket["send"]>[0]) {
      super.send(data);
      if (data instanceof Uint8Array && isContent(data)) onContent();
    }
  };
}

const decodeVector = (bytes: Uint8Array): ReadonlyMap<number, number> => Y.decodeStateVector(bytes);

export function createConnection(options: ConnectionOptions): Connection {
  const { doc, awareness, room, onEvent } = options;
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${COLLAB_PATH}`;
  const provider = new WebsocketProvider(address, room, doc, {
    awareness,
    connect: false,
    // Tabs meet on the server, where permissions are checked.
    disableBc: true,
    params: { ack: "1", notices: "1" },
    WebSocketPolyfill: countingSocket(() => onEvent({ type: "frame-sent", at: Date.now() })),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connectIn: ConnectIn = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(() => provider.connect(), ms);
  };
  listen(provider, options, connectIn);
  return {
    origin: provider,
    // A page that mounts twice in a row (as in development) must not open a socket that it closes at once.
    connect: () => connectIn(0),
    disconnect() {
      clearTimeout(timer);
      provider.disconnect();
    },
    destroy() {
      clearTimeout(timer);
      provider.destroy();
    },
  };
}

/** Forgotten when the page leaves the board: a destroyed provider would open its socket all the same. */
type ConnectIn = (ms: number) => void;

function listen(provider: WebsocketProvider, options: ConnectionOptions, connectIn: ConnectIn): void {
  const { onEvent, onNotice, onRefused } = options;
  let hasOpened = false;
  provider.messageHandlers[MESSAGE.durable] = (_encoder: unknown, decoder: decoding.Decoder) => {
    const { stateVector, count } = decodeDurable(decoder);
    onEvent({ type: "acknowledged", durable: decodeVector(stateVector), count, at: Date.now() });
  };
  provider.messageHandlers[MESSAGE.notice] = (_encoder: unknown, decoder: decoding.Decoder) => {
    const notice = decodeNotice(decoder);
    if (notice !== null) onNotice(notice);
  };
  provider.doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === provider) onEvent({ type: "received", upTo: Y.parseUpdateMeta(update).to });
  });
  provider.on("status", ({ status }) => {
    if (status !== "connected") return;
    hasOpened = true;
    onEvent({ type: "opened" });
    // Others ignore a state whose clock they have seen before the break.
    provider.awareness.setLocalState({ ...provider.awareness.getLocalState() });
  });
  provider.on("sync", (isSynced: boolean) => {
    if (isSynced) onEvent({ type: "synced" });
  });
  provider.on("connection-close", () => {
    if (!hasOpened) onRefused();
    hasOpened = false;
    onEvent({ type: "dropped" });
    spreadRetries(provider);
  });
  provider.on("closed", ({ code }) => closeDoor(code, options, connectIn));
}

/** Full jitter: after a restart, everybody's browsers come back at different moments. */
function spreadRetries(provider: WebsocketProvider): void {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (provider.wsUnsuccessfulReconnects + 1));
  provider.maxBackoffTime = FIRST_WAIT_MS / 2 + Math.random() * longest;
}

function closeDoor(code: number, options: ConnectionOptions, connectIn: ConnectIn): void {
  if (code === CLOSE.roleChanged) {
    options.onRoleChanged();
    connectIn(0);
    return;
  }
  options.onEvent({ type: "closed", why: DOOR[code] ?? "invalid" });
  if (code === CLOSE.tooFast) connectIn(TOO_FAST_WAIT_MS);
}
