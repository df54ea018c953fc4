import { afterEach, expect, test, vi } from "vitest";
import { deleteBoard } from "#db/queries/deleted-boards.ts";
import { SESSION_LIFETIME_MS } from "#db/queries/sessions.ts";
import { session, verification } from "#db/schema/person.ts";
import { restorableUntil } from "#domain/deleted-board.ts";
import { addPerson, aWorkshopOf, NOW } from "../tests/factories.ts";
import { until } from "../tests/until.ts";
import { keepHouse } from "./housekeeping.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("ended sessions, old links and boards deleted long ago go within the hour, and nothing else", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const db = aWorkshopOf("holbaek");
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  addPerson(db, { id: "hr" });
  let now = NOW;
  const log = { info: vi.fn(), error: vi.fn() };
  const addSession = (id: string, times: { expiresAt: number; createdAt: number }) =>
    db
      .insert(session)
      .values({
        id,
        token: id,
        personId: "hr",
        expiresAt: new Date(times.expiresAt),
        createdAt: new Date(times.createdAt),
        updatedAt: new Date(times.createdAt),
      })
      .run();
  addSession("in force", { expiresAt: NOW + 1e12, createdAt: restorableUntil(NOW) });
  addSession("unused", { expiresAt: NOW, createdAt: NOW - 1 });
  addSession("too old", { expiresAt: NOW + 1e12, createdAt: NOW - SESSION_LIFETIME_MS });
  for (const [id, expiresAt] of [
    ["old", NOW],
    ["new", NOW + 1e12],
  ] as const)
    db.insert(verification)
      .values({ id, identifier: id, value: "", expiresAt: new Date(expiresAt) })
      .run();
  const left = (table: string) => db.$client.prepare(`select id from ${table}`).pluck().all();

  const house = keepHouse({ db, log, now: () => now });
  await until(() => left("session").length === 1);
  expect(left("session")).toEqual(["in force"]);
  expect(left("verification")).toEqual(["new"]);
  expect(left("board")).toEqual(["holbaek"]);
  now = restorableUntil(NOW);
  vi.advanceTimersByTime(60 * 60 * 1000);
  await until(() => left("board").length === 0);

  db.$client.close();
  vi.advanceTimersByTime(60 * 60 * 1000);
  await until(() => log.error.mock.calls.length === 1);
  house.stop();
});
