/** What broken and hostile clients send: it ends their own socket, with a code that says why, and nobody else notices. */
import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { CLOSE, COLLAB_PATH } from "#domain/board-doc/wire.ts";
import { MAX_BOARD_BYTES, MAX_MESSAGE_BYTES, MAX_STATE_VECTOR_BYTES } from "#server/realtime/limits.ts";
import { readMessage, step1Frame, updateFrame } from "#server/realtime/messages.ts";
import { connect, saved, startServer, type TestServer } from "../realtime.ts";
import { BOARD, ROOM, sessionOf } from "../test-world.ts";
import { until } from "../until.ts";

/** A socket that is in, and what becomes of it. */
async function bare({ port, origin }: TestServer) {
  const headers = { cookie: `session=${sessionOf("hr")}`, origin };
  const socket = new WebSocket(`ws://127.0.0.1:${port}${COLLAB_PATH}/${ROOM}`, { headers });
  const frames: Uint8Array[] = [];
  let closedWith: number | null = null;
  socket.on("message", (data: Buffer) => frames.push(data));
  socket.on("error", () => undefined);
  socket.on("close", (code) => {
    closedWith = code;
  });
  await until(() => frames.length > 0);
  const { _socket: stream } = socket as unknown as { _socket: Socket };
  return { socket, stream, frames, closedWith: () => closedWith };
}

const masked = (...head: number[]) => Buffer.from([...head, 0, 0, 0, 0]);
const BROKEN_FRAMES: Record<string, Buffer> = {
  "a reserved bit": masked(0xf2, 0x80),
  "an unknown kind": masked(0x83, 0x80),
  "no mask": Buffer.from([0x82, 0x01, 0x00]),
  "a ping in pieces": masked(0x09, 0x80),
  "a ping that is too long": masked(0x89, 0xfe, 0x00, 0x7e),
  "a piece of nothing": masked(0x80, 0x80),
  "a close with half a code": Buffer.concat([masked(0x88, 0x81), Buffer.from([3])]),
  "a close with a code that there is not": Buffer.concat([masked(0x88, 0x82), Buffer.from([0, 5])]),
  "a length beyond all bounds": masked(0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
};

test.each(Object.entries(BROKEN_FRAMES))("a frame with %s ends its socket alone", async (_what, frame) => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  const attacker = await bare(server);
  attacker.stream.write(frame);
  await until(() => attacker.closedWith() !== null);
  hr.add("a", "Uforstyrret");
  await saved(hr);
});

test.each([
  ["text", "hej", CLOSE.malformed],
  ["a kind of message that there is not", Uint8Array.of(99, 1), CLOSE.malformed],
  ["a message that is cut", Uint8Array.of(0, 2, 200), CLOSE.malformed],
  ["more bytes than a message may have", new Uint8Array(MAX_MESSAGE_BYTES + 1), 1009],
  ["a state vector of more than 64 KiB", step1Frame(new Uint8Array(MAX_STATE_VECTOR_BYTES + 1)), CLOSE.invalidContent],
  ["a state vector that is none", step1Frame(Uint8Array.of(200, 200, 200, 200, 8)), CLOSE.invalidContent],
])("%s ends the socket with a code of its own", async (_what, message, code) => {
  const server = await startServer();
  const { socket, closedWith } = await bare(server);
  socket.send(message);
  await until(() => closedWith() !== null);
  expect(closedWith()).toBe(code);
});

test("who sends gaps is asked for all of it five times, and is then sent away", async () => {
  const server = await startServer();
  const { socket, frames, closedWith } = await bare(server);
  const askedFor = () => frames.filter((frame) => readMessage(frame)?.type === "step1").length;
  const gapped = Array.from({ length: 6 }, (_, index) => {
    const doc = new Y.Doc();
    addInitiative(doc, { id: `a${index}`, title: "Før", status: "idea" });
    const before = Y.encodeStateVector(doc);
    addInitiative(doc, { id: `b${index}`, title: "Efter", status: "idea" });
    return Y.encodeStateAsUpdate(doc, before);
  });
  const asked = askedFor();
  for (const [index, update] of gapped.slice(0, 5).entries()) {
    socket.send(updateFrame(update));
    await until(() => askedFor() === asked + index + 1);
  }
  socket.send(updateFrame(gapped[5] ?? new Uint8Array()));
  await until(() => closedWith() === CLOSE.invalidContent);
  expect((await server.rooms.snapshot(BOARD))?.initiatives).toEqual([]);
});

test("a board takes no more than 8 MiB, and says so to who would write more", { timeout: 60_000 }, async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  const text = richTextFromPlain("x".repeat(19_900));
  await until(async () => {
    for (let index = 0; index < 20; index++) hr.insert(`i${hr.titles().length}-${index}`, text);
    await until(() => hr.closedWith() !== null || hr.isSaved());
    return hr.closedWith() !== null;
  }, 50_000);
  expect(hr.closedWith()).toBe(CLOSE.tooLarge);
  const care = await connect(server, "care");
  const size = Y.encodeStateAsUpdate(care.doc).length;
  expect(size).toBeLessThanOrEqual(MAX_BOARD_BYTES);
  expect(size).toBeGreaterThan(MAX_BOARD_BYTES - 30_000);
});
