import { expect, test } from "vitest";
import type { CurrentSession } from "#app/http/load-context.server.ts";
import { KnownSessions } from "./known-sessions.ts";

function known() {
  const asked: string[] = [];
  const clock = { now: 0 };
  const sessions = new KnownSessions({
    resolve: async (cookie) => {
      asked.push(cookie ?? "none");
      return cookie === undefined ? null : ({ id: `${cookie}-${asked.length}` } as CurrentSession);
    },
    now: () => clock.now,
  });
  return { asked, clock, sessions };
}

test("a session is read once a second, and who has none is asked every time", async () => {
  const { asked, clock, sessions } = known();
  const first = await sessions.resolve("a");
  clock.now = 999;
  expect(await sessions.resolve("a")).toBe(first);
  clock.now = 1_000;
  expect(await sessions.resolve("a")).not.toBe(first);
  expect(await sessions.resolve(undefined)).toBeNull();
  expect(await sessions.resolve(undefined)).toBeNull();
  expect(asked).toEqual(["a", "a", "none", "none"]);
});

test("when rights change everything is asked anew, also what was being asked", async () => {
  const { asked, sessions } = known();
  await sessions.resolve("a");
  const underWay = sessions.resolve("b");
  sessions.forget();
  await underWay;
  await sessions.resolve("a");
  await sessions.resolve("b");
  expect(asked).toEqual(["a", "b", "a", "b"]);
});
