import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { logPages, openDatabase, openForReading } from "#db/client.ts";
import { addBulk } from "../tests/damage.ts";
import { until } from "../tests/until.ts";
import { DatabaseThread } from "./database-thread.ts";
import { keepLogShort } from "./log-keeping.ts";

afterEach(() => {
  vi.useRealTimers();
});

const MINUTES_5 = 5 * 60_000;

function world() {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const file = join(mkdtempSync(join(tmpdir(), "log-")), "sammenspil.db");
  const db = openDatabase(file);
  const thread = new DatabaseThread(file);
  let now = 0;
  const log = { error: vi.fn() };
  const keep = (moveInThread = () => thread.do("move-log")) => keepLogShort({ db, log, now: () => now, moveInThread });
  const passes = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(1_000);
  };
  return { file, db, log, thread, keep, passes, logBytes: () => statSync(`${file}-wal`).size };
}

test("a long log is moved into the file in the thread, and the next commit begins it anew", async () => {
  const { db, thread, keep, passes, logBytes } = world();
  const move = vi.fn(() => thread.do("move-log"));
  const keeping = keep(move);
  addBulk(db.$client, 2_000);
  passes(1_000);
  expect(move).not.toHaveBeenCalled();
  db.$client.exec("update bulk set x = randomblob(1000); update bulk set x = randomblob(1000)");
  const long = logBytes();
  expect(logPages(db)).toBeGreaterThan(1_000);
  await until(() => {
    passes(1_000);
    return logPages(db) === 0;
  });
  expect(move).toHaveBeenCalledTimes(1);
  db.$client.exec("update bulk set x = randomblob(1000)");
  expect(logBytes()).toBe(long);
  keeping.stop();
  await thread.stop();
});

test("a log that has grown is emptied within five minutes, and as soon as nobody reads it any more", async () => {
  const { file, db, thread, keep, passes, logBytes } = world();
  const keeping = keep();
  addBulk(db.$client, 2_000);
  const { $client: reader } = openForReading(file);
  reader.exec("begin");
  reader.prepare("select count(*) from bulk").get();
  db.$client.exec("update bulk set x = 1 where rowid = 1");
  passes(MINUTES_5);
  await until(() => {
    passes(1_000);
    return logPages(db) <= 2;
  });
  expect(logBytes()).toBeGreaterThan(2_000_000);
  reader.close();
  await until(() => {
    passes(1_000);
    return logBytes() === 0;
  });
  keeping.stop();
  await thread.stop();
});

test("a thread that cannot is told in the log and asked again", async () => {
  const { db, log, thread, keep, passes } = world();
  let fails = true;
  const keeping = keep(async () => {
    if (fails) throw new Error("no thread");
    await thread.do("move-log");
  });
  addBulk(db.$client, 5_000);
  passes(1_000);
  await until(() => log.error.mock.calls.length === 1);
  fails = false;
  passes(1_000);
  await until(() => logPages(db) === 0);
  keeping.stop();
  await thread.stop();
});
