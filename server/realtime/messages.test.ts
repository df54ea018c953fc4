import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findPresenceEntry,
  isStateVector,
  presenceFrame,
  readMessage,
  step1Frame,
  step2Frame,
  updateFrame,
} from "./messages.ts";

test("frames are read as they were written", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(readMessage(step1Frame(bytes))).toEqual({ type: "step1", stateVector: bytes });
  expect(readMessage(step2Frame(bytes))).toEqual({ type: "step2", update: bytes });
  expect(readMessage(updateFrame(bytes))).toEqual({ type: "update", update: bytes });
});

test("one's own entry is found among others'", () => {
  const entries = [7, 8, 9].map((clientId) => ({ clientId, clock: clientId * 10, state: `{"x":${clientId}}` }));
  const message = readMessage(presenceFrame(entries));
  const update = message?.type === "presence" ? message.update : new Uint8Array();
  expect(findPresenceEntry(update, (clientId) => clientId === 8)).toEqual(entries[1]);
  expect(findPresenceEntry(update, () => false)).toBeNull();
});

test("no bytes make reading throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      readMessage(bytes);
      isStateVector(bytes);
      findPresenceEntry(bytes, (clientId) => clientId > 3);
    }),
    { numRuns: 2_000 },
  );
});

test("what is cut or says nothing we know is no message", () => {
  for (const frame of [
    [],
    [0],
    [0, 0],
    [0, 3, 0],
    [0, 2, 5, 1],
    [2, 1],
    [99],
    [0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255],
  ]) {
    expect(readMessage(Uint8Array.from(frame)), String(frame)).toBeNull();
  }
  expect(isStateVector(Uint8Array.of(2, 1, 1))).toBe(false);
});
