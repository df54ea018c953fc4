import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { openDatabase } from "#db/client.ts";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { CLOSE } from "#domain/board-doc/wire.ts";
import { connect, open, saved, startServer, type TestClient } from "../realtime.ts";
import { BOARD } from "../test-world.ts";
import { until } from "../until.ts";

const folders: string[] = [];
const processes: ChildProcess[] = [];
afterEach(() => {
  for (const child of processes.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A server in a process of its own, that can be killed. */
async function spawnServer(file: string): Promise<{ child: ChildProcess; port: number; origin: string }> {
  const script = fileURLToPath(new URL("./server-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, file], { stdio: ["ignore", "pipe", "inherit"] });
  processes.push(child);
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const port = Number(line);
  return { child, port, origin: `http://127.0.0.1:${port}` };
}

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "sammenspil-rooms-"));
  folders.push(folder);
  return join(folder, "test.db");
}

const durableIds = (client: TestClient): string[] => {
  const vector = client.acknowledged.at(-1)?.stateVector;
  const durable = vector === undefined ? new Map() : Y.decodeStateVector(vector);
  return [...client.doc.getMap("initiatives")._map]
    .filter(([, { id, length }]) => (durable.get(id.client) ?? 0) >= id.clock + length)
    .map(([key]) => key);
};

test("a server killed in the middle of writing has everything that was seen or acknowledged", {
  timeout: 60_000,
}, async () => {
  const file = databaseFile();
  for (let round = 0; round < 2; round++) {
    const server = await spawnServer(file);
    const [writer, observer] = [await connect(server, "hr"), await connect(server, "care")];
    const promised = new Set(observer.titles());
    const writing = setInterval(() => writer.add(`r${round}-${writer.titles().length}`), 2);
    await until(() => observer.titles().length > promised.size + 50);
    server.child.kill("SIGKILL");
    await once(server.child, "exit");
    clearInterval(writing);
    for (const id of [...observer.doc.getMap("initiatives").keys(), ...durableIds(writer)]) promised.add(id);
    for (const client of [writer, observer]) client.leave();

    const again = await spawnServer(file);
    const visitor = await connect(again, "care");
    const kept = new Set(visitor.doc.getMap("initiatives").keys());
    expect([...promised].filter((id) => !kept.has(id))).toEqual([]);
    expect(promised.size).toBeGreaterThan(50);
    visitor.leave();
    again.child.kill("SIGKILL");
    await once(again.child, "exit");
  }
});

test("a server told to stop stores everything, closes with 1012 and ends in order", { timeout: 30_000 }, async () => {
  const file = databaseFile();
  const server = await spawnServer(file);
  const hr = await connect(server, "hr");
  for (let index = 0; index < 50; index++) hr.add(`i${index}`);
  const closed = new Promise<number>((resolve) =>
    hr.provider.on("connection-close", (event) => resolve(event?.code ?? 0)),
  );
  await until(() => hr.acknowledged.length > 1);
  server.child.kill("SIGTERM");
  expect(await closed).toBe(1012);
  const [code] = await once(server.child, "exit");
  expect(code).toBe(0);
  const acknowledged = durableIds(hr);
  hr.leave();
  const db = openDatabase(file);
  const rows = db.$client.prepare("select id from initiative").pluck().all();
  expect(acknowledged.filter((id) => !rows.includes(id))).toEqual([]);
  db.$client.close();
});

test("acknowledged means on disk: the count covers what was sent, the vector what is stored", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  await until(() => hr.acknowledged.length > 0);
  for (let index = 0; index < 20; index++) hr.add(`i${index}`);
  await saved(hr);
  const stored = await connect(server, "care");
  expect(hr.acknowledged.at(-1)?.stateVector).toEqual(Y.encodeStateVector(stored.doc));
  hr.doc.getMap("initiatives").delete("i3");
  await saved(hr);
  expect((await server.rooms.snapshot(BOARD))?.initiatives).toHaveLength(19);
});

test("a full disk loses nothing, tells no lie, and is recovered from", async () => {
  const server = await startServer();
  const [hr, care] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  hr.add("a", "Før");
  await saved(hr);
  server.disk.hasRoom = false;
  hr.add("b", "Imens");
  care.add("c", "Også imens");
  const told = hr.acknowledged.at(-1)?.count;
  const late = await connect(server, "varde");
  expect(late.titles()).toEqual(["Før"]);
  await expect(server.rooms.edit(BOARD, "hr", () => undefined)).rejects.toThrow();
  expect(hr.acknowledged.at(-1)?.count).toBe(told);
  await until(() => hr.notices.includes("saving-failed"));
  server.disk.hasRoom = true;
  await until(() => late.titles().length === 3);
  await Promise.all([saved(hr), saved(care)]);
  expect(readBoard(hr.doc)).toEqual(readBoard(care.doc));
});

test("a database that cannot grow refuses edits, is read all the same, and takes all of them once it can", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Før");
  await saved(hr);
  await server.rooms.settle();
  const { $client: client } = server.db;
  client.pragma(`max_page_count = ${client.pragma("page_count", { simple: true })}`);
  await until(() => {
    hr.insert(`long-${hr.titles().length}`, richTextFromPlain("hjemmeplejen ".repeat(1_000)));
    return hr.notices.includes("saving-failed");
  });
  expect(server.rooms.isStoring).toBe(false);
  const told = hr.acknowledged.at(-1)?.count ?? 0;
  expect(told).toBeLessThan(hr.sent());
  const late = await connect(server, "varde");
  expect(late.titles()).toContain("Før");
  expect(late.titles().length).toBeLessThan(hr.titles().length);
  expect((await server.rooms.snapshot(BOARD))?.initiatives.map(({ title }) => title)).toContain("Før");
  client.pragma("max_page_count = 1000000");
  await saved(hr);
  await until(() => late.titles().length === hr.titles().length);
  expect(server.rooms.isStoring).toBe(true);
});

test("a document that cannot be read is left as it is, and the other boards work", async () => {
  const server = await startServer();
  const damaged = Buffer.from([1, 2, 3]);
  server.db.$client
    .prepare("insert into board_update (board_id, person_id, at, bytes) values (?, null, 0, ?)")
    .run(BOARD, damaged);
  const hr = open(server, "hr");
  await until(() => hr.closedWith() === CLOSE.unreadable);
  expect(server.db.$client.prepare("select bytes from board_update").pluck().all()).toEqual([damaged]);
  const varde = await connect(server, "varde", { room: "board-varde.1" });
  varde.add("a", "Virker");
  await saved(varde);
});

test("rows that a crash left behind are brought up at the next start, with who wrote what", async () => {
  const first = await startServer();
  const hr = await connect(first, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  await first.stop();
  first.db.$client.exec("delete from initiative; delete from field_change; update board set projected_seq = 0");
  const second = await startServer({ db: first.db });
  expect(second.projected).toEqual([{ boardId: BOARD, changed: ["a"], removed: [] }]);
  expect((await second.rooms.snapshot(BOARD))?.initiatives[0]?.title).toBe("Elever");
  expect(second.db.$client.prepare("select field, person_id from field_change").all()).toEqual([
    { field: "created", person_id: "hr" },
  ]);
});

test("a log with a gap is found when somebody writes, and is left as it is", async () => {
  const server = await startServer();
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
  addInitiative(doc, { id: "a", title: "Elever", status: "idea" });
  addInitiative(doc, { id: "b", title: "Mentorer", status: "idea" });
  const torn = Buffer.from(updates[1] ?? []);
  server.db.$client
    .prepare("insert into board_update (board_id, person_id, at, bytes) values (?, null, 0, ?)")
    .run(BOARD, torn);
  const hr = open(server, "hr");
  hr.add("c", "Vagtplan");
  await until(() => hr.closedWith() === CLOSE.unreadable);
  expect(server.db.$client.prepare("select bytes from board_update").pluck().all()).toEqual([torn]);
});
