import { EventEmitter } from "node:events";
import type { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { CurrentSession } from "#app/http/load-context.server.ts";
import { CLOSE } from "#domain/board-doc/wire.ts";
import { Connection } from "./connection.ts";
import { SIGN_OF_LIFE } from "./messages.ts";
import { toWire } from "./wire-frame.ts";

/** A connection whose clock and whose queue the test sets. */
function connected() {
  const wire = Object.assign(new EventEmitter(), {
    readyState: WebSocket.OPEN,
    writableLength: 0,
    sent: [] as Uint8Array[],
    pings: 0,
    ended: null as number | "terminated" | null,
    write(frame: Uint8Array) {
      wire.sent.push(frame);
    },
    ping() {
      wire.pings++;
    },
    close(code: number) {
      wire.ended = code;
    },
    terminate() {
      wire.ended = "terminated";
    },
  });
  const clock = { now: 0 };
  const session = { id: "s", person: { id: "p" } } as CurrentSession;
  const connection = new Connection({
    socket: wire as unknown as WebSocket,
    stream: wire as unknown as Duplex,
    session,
    role: "write",
    wants: { durable: true, notices: true },
    now: () => clock.now,
  });
  return { connection, wire, clock };
}

test("a quiet socket hears something within twenty seconds, and a dead one is ended within seventy", () => {
  const { connection, wire, clock } = connected();
  for (clock.now = 0; clock.now <= 40_000; clock.now += 5_000) connection.tend();
  expect(wire.sent).toEqual([toWire([SIGN_OF_LIFE]), toWire([SIGN_OF_LIFE])]);
  expect(wire.pings).toBe(1);
  wire.emit("pong");
  for (; clock.now <= 100_000; clock.now += 5_000) connection.tend();
  expect(wire.ended).toBeNull();
  for (; clock.now <= 110_000; clock.now += 5_000) connection.tend();
  expect(wire.ended).toBe("terminated");
});

test("presence is skipped for a reader with much to read", () => {
  const { connection, wire } = connected();
  wire.writableLength = 70_000;
  expect(connection.writePresence(toWire([SIGN_OF_LIFE]))).toBe(false);
  expect(wire.sent).toEqual([]);
});

test("a reader that has not moved for half a minute, or for whom too much waits, is sent away", () => {
  const slow = connected();
  slow.wire.writableLength = 2_000_000;
  slow.connection.checkProgress();
  slow.clock.now = 29_000;
  slow.connection.checkProgress();
  slow.wire.writableLength = 1_900_000;
  slow.clock.now = 31_000;
  slow.connection.checkProgress();
  expect(slow.wire.ended).toBeNull();
  slow.clock.now = 62_000;
  slow.connection.checkProgress();
  expect(slow.wire.ended).toBe(CLOSE.tryLater);
  const full = connected();
  full.wire.writableLength = 9_000_000;
  full.connection.checkProgress();
  expect(full.wire.ended).toBe(CLOSE.tryLater);
});

test("nothing is sent to a socket that is being closed", () => {
  const { connection, wire } = connected();
  connection.close(CLOSE.accessWithdrawn);
  connection.send(SIGN_OF_LIFE);
  connection.notify("findings");
  connection.close(CLOSE.restarting);
  expect(wire).toMatchObject({ sent: [], ended: CLOSE.accessWithdrawn });
});
