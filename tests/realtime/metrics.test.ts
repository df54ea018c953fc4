/** Every number that the rooms tell is moved by what it is said to count. */
import { once } from "node:events";
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { COLLAB_PATH } from "#domain/board-doc/wire.ts";
import { presenceFrame, updateFrame } from "#server/realtime/messages.ts";
import { connect, open, saved, startServer, type TestClient, type TestServer } from "../realtime.ts";
import { BOARD, OTHER_ROOM, ROOM, sessionOf } from "../test-world.ts";
import { until } from "../until.ts";

/** The value of one series; null where there is none. */
async function told(
  { metrics }: TestServer,
  name: string,
  labels: Record<string, string> = {},
): Promise<number | null> {
  const of = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const series = of.length === 0 ? name : `${name}{${of.join(",")}}`;
  const line = (await metrics.metrics()).split("\n").find((each) => each.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
}

const sendRaw = ({ provider }: TestClient, frame: Uint8Array) => provider.ws?.send(frame);
const long = (index: number) => richTextFromPlain(`${index} ${"hjemmeplejen ".repeat(1_500)}`);

test("edits, commits, rooms, sockets and each open board are counted", async () => {
  const server = await startServer({ unloadAfterMs: 20 });
  const board = { board: BOARD };
  expect(await told(server, "rooms_open")).toBe(0);
  const [hr, care] = [await connect(server, "hr"), await connect(server, "care")];
  hr.add("a");
  await saved(hr);
  expect(await told(server, "edits_stored_total")).toBeGreaterThan(0);
  expect(await told(server, "commit_seconds_count")).toBeGreaterThan(0);
  expect([await told(server, "rooms_open"), await told(server, "sockets_open")]).toEqual([1, 2]);
  expect(await told(server, "board_sockets", board)).toBe(2);
  expect(await told(server, "board_log_rows", board)).toBeGreaterThan(0);
  expect(await told(server, "board_log_bytes", board)).toBeGreaterThan(0);
  const stored = "select count(*) from board_update where board_id = ?";
  expect(await told(server, "board_updates_total", board)).toBe(server.db.$client.prepare(stored).pluck().get(BOARD));
  for (const client of [hr, care]) client.leave();
  await until(async () => (await told(server, "rooms_open")) === 0);
  expect(await told(server, "sockets_open")).toBe(0);
  expect(await told(server, "board_sockets", board)).toBeNull();
  expect(await told(server, "board_updates_total", board)).toBeNull();
});

test("a disk that takes nothing shows in failed commits and in how long edits have not been stored", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  expect([await told(server, "commits_failed_total"), await told(server, "unstored_seconds")]).toEqual([0, 0]);
  server.disk.hasRoom = false;
  hr.add("a");
  await until(async () => ((await told(server, "unstored_seconds")) ?? 0) > 0);
  expect(await told(server, "commits_failed_total")).toBeGreaterThan(0);
  server.disk.hasRoom = true;
  await until(async () => (await told(server, "unstored_seconds")) === 0);
});

test("updates that many send at once go out as one, and are counted", async () => {
  const server = await startServer();
  const writers = await Promise.all(Array.from({ length: 8 }, () => connect(server, "hr")));
  await until(async () => {
    for (const [index, { doc }] of writers.entries()) doc.getMap("initiatives").delete(`none${index}`);
    for (const writer of writers) writer.add(`i${writer.doc.clientID}-${writer.titles().length}`);
    return ((await told(server, "updates_merged_total")) ?? 0) > 4;
  });
});

test("a compaction is counted, and tells how large the state is and how much of what was written is deleted", async () => {
  const server = await startServer({ unloadAfterMs: 20 });
  const hr = await connect(server, "hr");
  expect(await told(server, "board_state_bytes", { board: BOARD })).toBe(0);
  for (let index = 0; index < 60; index++) hr.insert(`i${index}`, long(index));
  await saved(hr);
  for (let index = 0; index < 30; index++) hr.doc.getMap("initiatives").delete(`i${index}`);
  await saved(hr);
  await until(async () => (await told(server, "compactions_total", { result: "done" })) === 1);
  expect(await told(server, "board_deleted_share", { board: BOARD })).toBeGreaterThan(0.3);
  const size = () => server.db.$client.prepare("select length(state) from board_snapshot").pluck().get();
  expect(await told(server, "board_state_bytes", { board: BOARD })).toBe(size());
  hr.leave();
  await until(async () => (await told(server, "board_state_bytes", { board: BOARD })) === null);
  await connect(server, "care");
  expect(await told(server, "board_state_bytes", { board: BOARD })).toBe(size());
});

test("presence that is not passed on is counted by its reason, and an echo of the others' is not", async () => {
  const server = await startServer();
  const [hr, care] = [await connect(server, "hr"), await connect(server, "care")];
  const dropped = (because: string) => told(server, "presence_dropped_total", { because });
  const clientId = hr.doc.clientID;
  const say = (state: string, clock = 900) => sendRaw(hr, presenceFrame([{ clientId, clock, state }]));
  say(JSON.stringify({ cursor: "x".repeat(5_000) }));
  await until(async () => (await dropped("too-large")) === 1);
  say("[]");
  await until(async () => (await dropped("unreadable")) === 1);
  say("{}", 2e9);
  await until(async () => (await dropped("clock")) === 1);
  sendRaw(hr, presenceFrame([{ clientId: care.doc.clientID, clock: 900, state: "{}" }]));
  hr.add("a");
  await saved(hr);
  expect([await dropped("too-large"), await dropped("unreadable"), await dropped("clock")]).toEqual([1, 1, 1]);
});

test("a compaction that fails is counted as such", async () => {
  const server = await startServer({ compact: () => Promise.reject(new Error("differs")) });
  const hr = await connect(server, "hr");
  for (let index = 0; index < 60; index++) hr.insert(`i${index}`, long(index));
  await until(async () => (await told(server, "compactions_total", { result: "failed" })) === 1);
});

test("what is refused is counted by its reason: at the door, in a room, and by closing a socket", async () => {
  const server = await startServer();
  const stranger = new WebSocket(`ws://127.0.0.1:${server.port}${COLLAB_PATH}/${ROOM}`, { origin: server.origin });
  await once(stranger, "error");
  expect(await told(server, "sockets_refused_total", { status: "401" })).toBe(1);

  const hr = await connect(server, "hr");
  sendRaw(hr, updateFrame(Uint8Array.of(1, 2, 3)));
  await until(async () => (await told(server, "updates_refused_total", { because: "malformed" })) === 1);
  await until(async () => (await told(server, "sockets_closed_total", { reason: "invalidContent" })) === 1);
  const care = await connect(server, "care");
  server.rooms.sessionEnded(sessionOf("care"));
  await until(async () => (await told(server, "sockets_closed_total", { reason: "sessionEnded" })) === 1);
  care.leave();
  const reader = await connect(server, "hr", { room: OTHER_ROOM });
  reader.add("a");
  await until(async () => ((await told(server, "reader_edits_dropped_total")) ?? 0) > 0);
});

test("readers that are too slow, and what waits for them, are counted", { timeout: 60_000 }, async () => {
  const server = await startServer();
  const [writer, stuck] = [await connect(server, "hr"), await connect(server, "varde")];
  (stuck.provider.ws as unknown as { pause(): void }).pause();
  await until(async () => {
    for (let card = 0; card < 20; card++) {
      writer.doc.getMap("initiatives").delete(`i${card}`);
      writer.insert(`i${card}`, long(card));
    }
    await saved(writer);
    return (await told(server, "sockets_behind")) === 1;
  }, 30_000);
  expect(await told(server, "board_queued_bytes", { board: BOARD })).toBeGreaterThan(0);
  writer.provider.awareness.setLocalState({ cursor: { x: 1 } });
  await until(async () => (await told(server, "presence_dropped_total", { because: "slow-reader" })) !== null);
});

test("logs are lines of JSON that hold nothing of what people write, whatever goes wrong", async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const server = await startServer({ log: pino(stream), compact: () => Promise.reject(new Error("differs")) });
  const marker = "Zorbax7781";
  const hr = await connect(server, "hr");
  for (let index = 0; index < 60; index++) hr.insert(`i${index}`, long(index));
  await saved(hr);
  server.disk.hasRoom = false;
  hr.add("a", marker);
  await until(() => hr.notices.includes("saving-failed"));
  server.disk.hasRoom = true;
  await saved(hr);
  hr.doc.getMap("hidden").set(marker, marker);
  const damaged = "insert into board_update (board_id, person_id, at, bytes) values ('board-varde', null, 0, ?)";
  server.db.$client.prepare(damaged).run(Buffer.from(marker));
  open(server, "varde", { room: OTHER_ROOM });
  await until(async () => (await told(server, "boards_unreadable_total")) === 1);
  for (const said of ["edits could not be stored", "update refused", "cannot be read", "could not be compacted"]) {
    await until(() => lines.some((line) => line.includes(said)));
  }
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  expect(lines.join("")).not.toContain(marker);
  expect(lines.join("")).not.toContain(sessionOf("hr"));
});
