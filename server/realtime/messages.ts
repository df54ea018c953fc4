/** Frames of the y-websocket protocol: bytes on the wire to what they say, and back. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE, SYNC } from "#domain/board-doc/wire.ts";

export type Message =
  | { readonly type: "step1"; readonly stateVector: Uint8Array }
  | { readonly type: "step2" | "update"; readonly update: Uint8Array }
  | { readonly type: "presence"; readonly update: Uint8Array }
  | { readonly type: "query-presence" };

/** Null for a frame that says nothing we know. Bytes after the first message are passed over, as the stock server does. */
export function readMessage(frame: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) return readSync(decoder);
    if (type === MESSAGE.awareness) return { type: "presence", update: decoding.readVarUint8Array(decoder) };
    return type === MESSAGE.queryAwareness ? { type: "query-presence" } : null;
  } catch {
    // Cut or forged bytes: the reader ran over their end.
    return null;
  }
}

function readSync(decoder: decoding.Decoder): Message | null {
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (step === SYNC.step1) return { type: "step1", stateVector: body };
  if (step === SYNC.step2) return { type: "step2", update: body };
  return step === SYNC.update ? { type: "update", update: body } : null;
}

function sync(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array => sync(SYNC.step1, stateVector);
export const step2Frame = (update: Uint8Array): Uint8Array => sync(SYNC.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => sync(SYNC.update, update);

export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  /** JSON; `null` when the client has left. */
  readonly state: string;
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** Presence of nobody: a sign of life for clients that drop a silent socket. */
export const SIGN_OF_LIFE = presenceFrame([]);

/**
 * The entry in a presence update that `wanted` picks; the stock client echoes everybody else's, and those are stepped
 * over without being read.
 */
export function findPresenceEntry(
  update: Uint8Array,
  wanted: (clientId: number, clock: number) => boolean,
): PresenceEntry | null {
  try {
    const decoder = decoding.createDecoder(update);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      if (wanted(clientId, clock)) return { clientId, clock, state: decoding.readVarString(decoder) };
      decoding.readVarUint8Array(decoder);
    }
  } catch {
    // Cut bytes name nobody.
    return null;
  }
  return null;
}

/** Whether the bytes are a state vector. */
export function isStateVector(bytes: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(bytes);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
    }
    return true;
  } catch {
    // The claim of entries goes beyond the bytes.
    return false;
  }
}
