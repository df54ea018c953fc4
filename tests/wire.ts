/** What a WebSocket client reads from bytes that the server writes. */
import type { Writable } from "node:stream";
import * as library from "ws";

/** The library's reader of frames, which its types leave out. */
const { Receiver } = library as unknown as {
  Receiver: new (options: { isServer: boolean; maxPayload: number }) => Writable;
};

/** The messages in a piece of what goes over the socket; throws where a client would end the connection. */
export function messagesIn(wire: Uint8Array): Promise<Uint8Array[]> {
  const receiver = new Receiver({ isServer: false, maxPayload: 0 });
  const messages: Uint8Array[] = [];
  receiver.on("message", (data: Buffer, isBinary: boolean) => {
    if (isBinary) messages.push(new Uint8Array(data));
  });
  return new Promise((resolve, reject) => {
    receiver.on("error", reject);
    receiver.end(wire, () => resolve(messages));
  });
}
