import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as encoding from "lib0/encoding";
import { afterEach, expect, test, vi } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import type { Database } from "#db/client.ts";
import { workshop } from "#db/schema/workshop.ts";
import { MESSAGE } from "#domain/board-doc/wire.ts";
import { createLogger } from "#server/log.ts";
import { NOW } from "../../tests/factories.ts";
import { aLiveWorkshop } from "../../tests/live-world.ts";
import { until } from "../../tests/until.ts";
import { REHEARSED_PARTICIPANTS, Rehearsals } from "./rehearsals.ts";

const doors: Server[] = [];
afterEach(() => {
  for (const door of doors.splice(0)) door.close();
});

/** Lets everybody in, and closes the room to all who come after the first ones. */
async function aDoor({ lets }: { lets: number }): Promise<{ port: number; sockets: WebSocket[] }> {
  const door = createServer((_request, response) => response.writeHead(303, { location: "/live/copy" }).end());
  const sockets: WebSocket[] = [];
  new WebSocketServer({ server: door }).on("connection", (socket) => {
    sockets.push(socket);
    if (sockets.length > lets) socket.close();
    else socket.on("message", () => socket.send(everything));
  });
  doors.push(door.listen(0, "127.0.0.1"));
  await once(door, "listening");
  return { port: (door.address() as AddressInfo).port, sockets };
}

const everything = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, MESSAGE.sync);
  syncProtocol.writeSyncStep2(encoder, new Y.Doc());
});

const log = createLogger("silent");

function rehearsalsOf(db: Database, port: number): Rehearsals {
  return new Rehearsals({
    db,
    log,
    now: () => NOW,
    liveChanged: () => undefined,
    accessChanged: () => undefined,
    entrance: () => ({ host: "127.0.0.1", port, origin: "http://localhost" }),
  });
}

const workshops = (db: Database): string[] =>
  db
    .select()
    .from(workshop)
    .all()
    .map(({ id }) => id);

test("when the room closes to one participant the others leave it, too, and nothing stays", async () => {
  const db = aLiveWorkshop([{ id: "item", kind: "welcome" }]);
  const { port, sockets } = await aDoor({ lets: REHEARSED_PARTICIPANTS - 1 });
  const state = await rehearsalsOf(db, port).run("w", "facilitator");
  expect(state).toMatchObject({ isRunning: false, trouble: expect.any(String), isWiped: true });
  await until(() => sockets.every(({ readyState }) => readyState === sockets[0]?.CLOSED));
  expect(sockets).toHaveLength(REHEARSED_PARTICIPANTS);
  expect(workshops(db)).toEqual(["w"]);
});

test("what went wrong is told by an id that the log has, and in no technical word", async () => {
  const db = aLiveWorkshop([{ id: "item", kind: "welcome" }]);
  const { port } = await aDoor({ lets: 0 });
  const warned = vi.spyOn(log, "warn");
  const { trouble } = await rehearsalsOf(db, port).run("w", "facilitator");
  expect(trouble).toMatch(/^[0-9a-f]{8}$/);
  expect(warned).toHaveBeenCalledWith(expect.objectContaining({ trouble, err: expect.any(Error) }), expect.any(String));
});

test("a copy that cannot be wiped is told, ends the rehearsal all the same, and goes at the next start", async () => {
  const db = aLiveWorkshop([{ id: "item", kind: "welcome" }]);
  const { port } = await aDoor({ lets: 0 });
  const rehearsals = rehearsalsOf(db, port);
  db.$client.exec("create trigger keep before delete on workshop begin select raise(abort, 'disk'); end");
  const state = await rehearsals.run("w", "facilitator");
  expect(state).toMatchObject({ isRunning: false, endedAt: NOW, trouble: expect.any(String), isWiped: false });
  expect(rehearsals.state("w")).toEqual(state);
  expect(workshops(db)).toHaveLength(2);
  db.$client.exec("drop trigger keep");
  await rehearsals.clear();
  expect(workshops(db)).toEqual(["w"]);
});
