import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { CLOSE } from "#domain/board-doc/wire.ts";

/** A socket that opens never and is closed by the test. */
class Socket {
  static opened: Socket[] = [];
  onclose: ((event: { code: number }) => void) | null = null;
  readyState = 0;
  constructor() {
    Socket.opened.push(this);
  }
  send = () => undefined;
  close = () => undefined;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
  vi.stubGlobal("location", { protocol: "http:", host: "localhost" });
  Socket.opened = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function connected() {
  const { createConnection } = await import("./connection.ts");
  const doc = new Y.Doc();
  const nothing = () => undefined;
  const connection = createConnection({
    doc,
    awareness: new Awareness(doc),
    room: "board.1",
    onEvent: nothing,
    onNotice: nothing,
    onRoleChanged: nothing,
    onRefused: nothing,
  });
  connection.connect();
  vi.advanceTimersByTime(1);
  return connection;
}

test("a page that was too fast connects again after a while", async () => {
  await connected();
  Socket.opened[0]?.onclose?.({ code: CLOSE.tooFast });
  vi.advanceTimersByTime(60_000);
  expect(Socket.opened).toHaveLength(2);
});

test("a page that is left while it waits for that opens no socket any more", async () => {
  const connection = await connected();
  Socket.opened[0]?.onclose?.({ code: CLOSE.tooFast });
  connection.destroy();
  vi.advanceTimersByTime(60_000);
  expect(Socket.opened).toHaveLength(1);
});
