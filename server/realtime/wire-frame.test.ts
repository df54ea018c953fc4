import { expect, test } from "vitest";
import { messagesIn } from "../../tests/wire.ts";
import { toWire } from "./wire-frame.ts";

test("messages of every length are read as they were, one after the other", async () => {
  const messages = [0, 1, 125, 126, 65_535, 65_536, 200_000].map((length) => new Uint8Array(length).fill(length % 251));
  const read = await messagesIn(toWire(messages));
  expect(read.map(({ length }) => length)).toEqual(messages.map(({ length }) => length));
  expect(messages.every((message, index) => Buffer.from(message).equals(read[index] ?? new Uint8Array()))).toBe(true);
});
