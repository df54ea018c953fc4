import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import { colourOf } from "#domain/person-colour.ts";
import { readPresence } from "./presence.ts";
import { decodeDurable, decodeNotice, encodeDurable, encodeNotice, MESSAGE, parseRoomName, roomName } from "./wire.ts";

function open(message: Uint8Array): { type: number; decoder: decoding.Decoder } {
  const decoder = decoding.createDecoder(message);
  return { type: decoding.readVarUint(decoder), decoder };
}

test("the durable message carries the state vector and the count", () => {
  const { type, decoder } = open(encodeDurable({ stateVector: Uint8Array.of(1, 2, 3), count: 300 }));
  expect(type).toBe(MESSAGE.durable);
  expect(decodeDurable(decoder)).toEqual({ stateVector: Uint8Array.of(1, 2, 3), count: 300 });
});

test("a notice of a newer server is passed over", () => {
  const { type, decoder } = open(encodeNotice("findings"));
  expect(type).toBe(MESSAGE.notice);
  expect(decodeNotice(decoder)).toBe("findings");
  expect(decodeNotice(decoding.createDecoder(Uint8Array.of(1, 120)))).toBeNull();
});

test.each([
  "",
  "a",
  "a.",
  "a.0",
  "a.01",
  "../a.1",
  "a.1/",
  "a.1 ",
  "A b.1",
  "å.1",
  `${"a".repeat(65)}.1`,
  "a.1234567890",
])("«%s» is no room", (name) => {
  expect(parseRoomName(name)).toBeNull();
});

test("a room name holds the board and its generation", () => {
  expect(parseRoomName(roomName({ boardId: "b_1-x", generation: 12 }))).toEqual({ boardId: "b_1-x", generation: 12 });
});

test("presence without a person is nobody", () => {
  const user = { id: "p", name: "HR, Holbæk", colour: colourOf("p"), role: "write" as const };
  expect(readPresence({ user: { name: "x" } })).toBeNull();
  expect(readPresence({ user, editing: { initiativeId: "a", field: "title" }, other: 1 })).toEqual({
    user,
    editing: { initiativeId: "a", field: "title" },
  });
  expect(readPresence({ user, editing: { initiativeId: "__proto__", field: "title" } })).toEqual({
    user,
    editing: null,
  });
});
