import { afterEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { colourOf } from "#domain/person-colour.ts";
import { presenceFrame } from "#server/realtime/messages.ts";
import { connect, startServer, type TestClient } from "../realtime.ts";
import { ROOM, sessionOf } from "../test-world.ts";
import { until } from "../until.ts";

afterEach(() => {
  vi.useRealTimers();
});

const seenBy = (client: TestClient, other: TestClient) =>
  client.provider.awareness.getStates().get(other.doc.clientID) as Record<string, unknown> | undefined;

test("who is here is said by the session, whatever the page says", async () => {
  const server = await startServer();
  const [hr, varde] = [await connect(server, "hr"), await connect(server, "varde")];
  varde.provider.awareness.setLocalState({
    user: { id: "hr", name: "Borgmesteren", colour: "red;}", role: "write" },
    editing: { initiativeId: "a", field: "title" },
  });
  await until(() => seenBy(hr, varde)?.editing);
  expect(seenBy(hr, varde)).toEqual({
    user: { id: "varde", name: "varde", colour: colourOf("varde"), role: "read" },
    editing: { initiativeId: "a", field: "title" },
  });
});

test("nobody speaks for others, sends them away or locks them out", async () => {
  const server = await startServer();
  const [hr, care, varde] = [
    await connect(server, "hr"),
    await connect(server, "care"),
    await connect(server, "varde"),
  ];
  hr.provider.awareness.setLocalState({ editing: { initiativeId: "a", field: "title" } });
  await until(() => seenBy(care, hr)?.editing);
  const clientId = hr.doc.clientID;
  for (const state of ["null", '{"user":{"name":"Spoof"}}']) {
    varde.provider.ws?.send(presenceFrame([{ clientId, clock: 900, state }]) as Uint8Array<ArrayBuffer>);
  }
  hr.provider.awareness.setLocalState({ editing: { initiativeId: "b", field: "title" } });
  await until(() => (seenBy(care, hr)?.editing as { initiativeId: string } | undefined)?.initiativeId === "b");
  expect(varde.provider.wsconnected).toBe(true);
});

test("who leaves is gone for the others at once, and seen again when they return", async () => {
  const server = await startServer();
  const [hr, care] = [await connect(server, "hr"), await connect(server, "care")];
  care.provider.awareness.setLocalState({ editing: null });
  await until(() => seenBy(hr, care));
  care.provider.ws?.close();
  await until(() => seenBy(hr, care) === undefined);
  await until(() => care.provider.wsconnected);
  care.provider.awareness.setLocalState({ editing: null });
  await until(() => seenBy(hr, care));
});

test("however often somebody moves, others get one frame a tick with the newest", async () => {
  const server = await startServer();
  const [hr, care] = [await connect(server, "hr"), await connect(server, "care")];
  let frames = 0;
  care.provider.ws?.addEventListener("message", ({ data }) => {
    if (new Uint8Array(data as ArrayBuffer)[0] === 1) frames++;
  });
  for (let x = 1; x <= 200; x++) hr.provider.awareness.setLocalStateField("cursor", { x });
  await until(() => (seenBy(care, hr)?.cursor as { x: number } | undefined)?.x === 200);
  expect(frames).toBeLessThan(20);
});

test("a state that is too large, or none, is not passed on", async () => {
  const server = await startServer();
  const [hr, care] = [await connect(server, "hr"), await connect(server, "care")];
  hr.provider.awareness.setLocalState({ cursor: { x: 1 } });
  await until(() => seenBy(care, hr)?.cursor);
  hr.provider.awareness.setLocalState({ cursor: "x".repeat(5_000) });
  const clock = 900;

  for (const state of ["{", "[]", "5"]) {
    hr.provider.ws?.send(presenceFrame([{ clientId: hr.doc.clientID, clock, state }]) as Uint8Array<ArrayBuffer>);
  }
  care.provider.awareness.setLocalState({ cursor: { x: 2 } });
  await until(() => seenBy(hr, care)?.cursor);
  expect(seenBy(care, hr)?.cursor).toEqual({ x: 1 });
});

test("a socket that says nothing and hears nothing of others is told something at least every twenty seconds", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  const server = await startServer();
  const headers = { cookie: `session=${sessionOf("hr")}`, origin: server.origin };
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/collab/${ROOM}`, { headers });
  let frames = 0;
  socket.on("message", () => frames++);
  await until(() => frames > 0);
  for (let times = 1; times <= 3; times++) {
    const before = frames;
    vi.advanceTimersByTime(20_000);
    await until(() => frames > before);
  }
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.close();
});
