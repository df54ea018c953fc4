/**
 * WebSocket frames as they go over the socket, header included: made once for all who are told the same, and several
 * messages in one piece, so that each reader costs one write.
 */
declare const wire: unique symbol;
export type Wire = Buffer & { readonly [wire]: true };

/** A whole binary message, not masked, as a server sends it (RFC 6455, 5.2). */
const FINAL_BINARY = 0x82;
const TWO_BYTE_LENGTH = 126;
const EIGHT_BYTE_LENGTH = 127;

export function toWire(messages: readonly Uint8Array[]): Wire {
  const size = messages.reduce((sum, { length }) => sum + headerSize(length) + length, 0);
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) {
    at = writeHeader(bytes, at, message.length);
    bytes.set(message, at);
    at += message.length;
  }
  return bytes as Wire;
}

function headerSize(length: number): number {
  if (length < TWO_BYTE_LENGTH) return 2;
  return length < 0x1_00_00 ? 4 : 10;
}

/** @returns where the message itself begins */
function writeHeader(bytes: Buffer, at: number, length: number): number {
  const size = headerSize(length);
  bytes[at] = FINAL_BINARY;
  if (size === 2) bytes[at + 1] = length;
  else if (size === 4) {
    bytes[at + 1] = TWO_BYTE_LENGTH;
    bytes.writeUInt16BE(length, at + 2);
  } else {
    bytes[at + 1] = EIGHT_BYTE_LENGTH;
    bytes.writeUIntBE(0, at + 2, 4);
    bytes.writeUInt32BE(length, at + 6);
  }
  return at + size;
}
