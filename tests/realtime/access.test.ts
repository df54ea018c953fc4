import { expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { setVisibility } from "#db/queries/boards.ts";
import { bringBoardBack, deleteBoard } from "#db/queries/deleted-boards.ts";
import { endSessions } from "#db/queries/sessions.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { initiativeOf, titleOf } from "#domain/board-doc/schema.ts";
import { CLOSE, roomName } from "#domain/board-doc/wire.ts";
import { step1Frame, step2Frame, updateFrame } from "#server/realtime/messages.ts";
import { connect, open, saved, startServer, type TestServer } from "../realtime.ts";
import { BOARD, OTHER_BOARD, OTHER_ROOM, ROOM, sessionOf } from "../test-world.ts";
import { until } from "../until.ts";

interface Knock {
  readonly room?: string;
  readonly cookie?: string | undefined;
  readonly origin?: string | undefined;
}

/** The status that a handshake is answered with; 101 when it is let in. */
function statusOf(server: TestServer, knock: Knock): Promise<number> {
  const { room, cookie, origin } = {
    room: ROOM,
    cookie: `session=${sessionOf("hr")}`,
    origin: server.origin,
    ...knock,
  };
  const headers = { ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) };
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/collab/${room}`, { headers });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("open", () => {
      socket.close();
      resolve(101);
    });
    socket.on("error", () => undefined);
  });
}

test("the door asks for a session, our own origin and a room that the person may read", async () => {
  const server = await startServer();
  expect(await statusOf(server, {})).toBe(101);
  expect(await statusOf(server, { cookie: undefined })).toBe(401);
  expect(await statusOf(server, { cookie: "session=session-nobody" })).toBe(401);
  expect(await statusOf(server, { origin: undefined })).toBe(403);
  expect(await statusOf(server, { origin: `${server.origin}.evil.example` })).toBe(403);
  expect(await statusOf(server, { cookie: `session=${sessionOf("stranger")}` })).toBe(404);
  for (const room of ["unknown.1", `${BOARD}.2`, BOARD, `${ROOM}/`, `..%2f${ROOM}`, `${ROOM}%00`, "", "%E0%A4%A"]) {
    expect(await statusOf(server, { room }), room).toBe(404);
  }
});

test("a board that is not shared is answered as one that is unknown", async () => {
  const server = await startServer();
  expect(await statusOf(server, { room: OTHER_ROOM })).toBe(101);
  await setVisibility(server.db, OTHER_BOARD, "own");
  expect(await statusOf(server, { room: OTHER_ROOM })).toBe(404);
});

test("an upgrade to another address is answered 404", async () => {
  const server = await startServer();
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/elsewhere`);
  const status = await new Promise((resolve) => {
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
    socket.on("error", () => undefined);
  });
  expect(status).toBe(404);
});

test("a reader sees everything and changes nothing, however it is sent", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  const reader = await connect(server, "varde");
  expect(reader.titles()).toEqual(["Elever"]);

  reader.add("update", "Som opdatering");
  const forged = new Y.Doc();
  addInitiative(forged, { id: "forged", title: "Forfalsket", status: "idea" });
  const bytes = Y.encodeStateAsUpdate(forged);
  for (const frame of [step2Frame(bytes), updateFrame(bytes)])
    reader.provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
  reader.provider.disconnect();
  reader.provider.connect();
  await until(() => reader.provider.synced);

  hr.add("b", "Mentorer");
  await until(() => reader.titles().includes("Mentorer"));
  await saved(hr);
  expect((await server.rooms.snapshot(BOARD))?.initiatives.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(hr.titles()).toEqual(["Elever", "Mentorer"]);
});

test("invalid content ends the socket and reaches nobody", async () => {
  const server = await startServer();
  const [hr, care] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  hr.add("a", "Elever");
  await until(() => care.titles().length === 1);
  hr.doc.getMap("initiatives").set("evil", "no initiative");
  await until(() => hr.closedWith() === CLOSE.invalidContent);
  care.add("b", "Mentorer");
  await saved(care);
  expect([...care.doc.getMap("initiatives").keys()].sort()).toEqual(["a", "b"]);
});

test("what is too large ends the socket with a code of its own and reaches nobody", async () => {
  const server = await startServer();
  const [hr, care] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  hr.add("a", "Elever");
  await until(() => care.titles().length === 1);
  titleOf(initiativeOf(hr.doc, "a") ?? expect.fail("no card"))?.insert(0, "x".repeat(2_000));
  await until(() => hr.closedWith() === CLOSE.tooLarge);
  care.add("b", "Mentorer");
  await saved(care);
  expect(care.titles()).toEqual(["Elever", "Mentorer"]);
});

test("nobody writes under the client id of somebody else who is here", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  const care = await connect(server, "care");
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(care.doc));
  forged.clientID = hr.doc.clientID;
  addInitiative(forged, { id: "b", title: "Under hrs navn", status: "idea" });
  const update = Y.encodeStateAsUpdate(forged, Y.encodeStateVector(care.doc));
  care.provider.ws?.send(updateFrame(update) as Uint8Array<ArrayBuffer>);
  await until(() => care.closedWith() === CLOSE.invalidContent);
  hr.add("c", "Mentorer");
  await saved(hr);
  expect((await server.rooms.snapshot(BOARD))?.initiatives.map(({ id }) => id)).toEqual(["a", "c"]);
});

test("a session that ends closes its sockets within a second", async () => {
  const server = await startServer();
  const [hr, care] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  for (const id of await endSessions(server.db, "hr")) server.rooms.sessionEnded(id);
  await until(() => hr.closedWith() === CLOSE.sessionEnded, 1_000);
  expect(care.provider.wsconnected).toBe(true);
});

test("who has just been let in is refused as soon as the right is gone", async () => {
  const server = await startServer();
  expect(await statusOf(server, {})).toBe(101);
  for (const id of await endSessions(server.db, "hr")) server.rooms.sessionEnded(id);
  expect(await statusOf(server, {})).toBe(401);
  const care = { cookie: `session=${sessionOf("care")}` };
  expect(await statusOf(server, care)).toBe(101);
  server.db.update(roleAssignment).set({ endedAt: 1 }).run();
  server.rooms.accessChanged();
  expect(await statusOf(server, care)).toBe(404);
});

test("access withdrawn, a role changed, a board deleted: each ends the socket with its own code", async () => {
  const server = await startServer();
  const [hr, care, varde] = await Promise.all([
    connect(server, "hr"),
    connect(server, "care"),
    connect(server, "varde"),
  ]);
  server.db.$client.prepare("insert into board_access values (?, 'hr', 'read', 0)").run(BOARD);
  server.rooms.accessChanged(BOARD);
  await until(() => hr.closedWith() === CLOSE.roleChanged, 1_000);
  await setVisibility(server.db, BOARD, "own");
  server.rooms.accessChanged();
  await until(() => varde.closedWith() === CLOSE.accessWithdrawn, 1_000);
  expect(care.provider.wsconnected).toBe(true);
  await deleteBoard(server.db, { boardId: BOARD, now: Date.now() });
  server.rooms.boardGone(BOARD);
  await until(() => care.closedWith() === CLOSE.boardGone, 1_000);
  expect(await server.rooms.snapshot(BOARD)).toBeNull();
  expect(await statusOf(server, {})).toBe(404);
});

test("a deleted board comes back as it was, and nobody who was away brings the old one with them", async () => {
  const server = await startServer({ unloadAfterMs: 50 });
  const [hr, away] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  hr.add("a", "Elever");
  await saved(hr);
  away.provider.disconnect();
  away.add("offline", "Skrevet uden net");
  await server.rooms.settle();
  await deleteBoard(server.db, { boardId: BOARD, now: Date.now() });
  server.rooms.boardGone(BOARD);
  await until(() => hr.closedWith() === CLOSE.boardGone, 1_000);
  await expect(server.rooms.edit(BOARD, "hr", () => undefined)).rejects.toThrow("gone");

  await bringBoardBack(server.db, { boardId: BOARD, now: Date.now() });
  const refused = new Promise((resolve) => away.provider.once("connection-error", resolve));
  away.provider.connect();
  await refused;
  expect(await statusOf(server, {})).toBe(404);
  const back = await connect(server, "hr", { room: roomName({ boardId: BOARD, generation: 2 }) });
  expect(back.titles()).toEqual(["Elever"]);
  back.add("b", "Mentorer");
  await saved(back);
  expect((await server.rooms.snapshot(BOARD))?.initiatives.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a board deleted while its room is being opened leaves no room behind", async () => {
  const server = await startServer();
  const late = server.rooms.edit(BOARD, "hr", () => undefined);
  const deleting = deleteBoard(server.db, { boardId: BOARD, now: Date.now() });
  server.rooms.boardGone(BOARD);
  await expect(late).rejects.toThrow();
  await deleting;
  await bringBoardBack(server.db, { boardId: BOARD, now: Date.now() });
  const back = await connect(server, "hr", { room: roomName({ boardId: BOARD, generation: 2 }) });
  back.add("a", "Elever");
  await saved(back);
});

test("a role that ends elsewhere is noticed when everybody is asked again", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  server.db.update(roleAssignment).set({ endedAt: 1 }).run();
  server.rooms.accessChanged();
  await until(() => hr.closedWith() === CLOSE.accessWithdrawn, 1_000);
});

test("rights that cannot be read just now are read again, and nobody is thrown out for it", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  const rename = (from: string, to: string) => server.db.$client.exec(`alter table ${from} rename to ${to}`);
  for (const table of ["role_assignment", "board", "session"]) rename(table, `${table}_out_of_reach`);
  server.rooms.accessChanged();
  for (const table of ["role_assignment", "board", "session"]) rename(`${table}_out_of_reach`, table);
  hr.add("a", "Elever");
  await saved(hr);
  server.db.update(roleAssignment).set({ endedAt: 1 }).run();
  server.rooms.accessChanged();
  await until(() => hr.closedWith() === CLOSE.accessWithdrawn, 1_000);
});

test("an account that sends far too much is stopped, and kept out for a while", async () => {
  const server = await startServer({ limited: true });
  const hr = await connect(server, "hr");
  const nothing = updateFrame(Uint8Array.of(0, 0)) as Uint8Array<ArrayBuffer>;
  for (let times = 0; times < 400; times++) hr.provider.ws?.send(nothing);
  await until(() => hr.closedWith() === CLOSE.tooFast);
  expect(await statusOf(server, {})).toBe(429);
  expect(await statusOf(server, { cookie: `session=${sessionOf("care")}` })).toBe(101);
});

test("a socket that asks for the whole board again and again is closed, and its account may come back", async () => {
  const server = await startServer({ limited: true });
  const hr = await connect(server, "hr");
  const ask = step1Frame(Uint8Array.of(0)) as Uint8Array<ArrayBuffer>;
  for (let times = 0; times < 6; times++) hr.provider.ws?.send(ask);
  await until(() => hr.closedWith() === CLOSE.tooFast);
  expect(await statusOf(server, {})).toBe(101);
});

test("an account has twenty sockets", async () => {
  const server = await startServer({ limited: true });
  const tabs = Array.from({ length: 20 }, () => open(server, "hr"));
  await until(() => tabs.every(({ provider }) => provider.wsconnected));
  expect(await statusOf(server, {})).toBe(429);
  tabs[0]?.leave();
  await until(async () => (await statusOf(server, {})) === 101);
});
