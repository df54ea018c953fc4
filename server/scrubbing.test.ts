import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabase, openForReading, openForUpkeep } from "#db/client.ts";
import { removeInitiativeRows } from "#db/queries/initiative-rows.ts";
import { readFact, writeFact } from "#db/queries/installation.ts";
import { indexStaleText } from "#db/queries/search.ts";
import { addBoard, addInitiative, addMunicipality, addWorkshop } from "../tests/factories.ts";
import { until } from "../tests/until.ts";
import { DatabaseThread } from "./database-thread.ts";
import { keepScrubbed, scrub } from "./scrubbing.ts";

const DAY = Date.UTC(2026, 10, 21, 12);
const NIGHT = Date.UTC(2026, 10, 22, 1, 30);
const WORD = "zorbaxmarkør".normalize("NFC");

afterEach(() => {
  vi.useRealTimers();
});

async function world() {
  const folder = mkdtempSync(join(tmpdir(), "scrubbing-"));
  const file = join(folder, "sammenspil.db");
  const db = openDatabase(file);
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addWorkshop(db, { id: "w", organisationIds: ["0316"] });
  addBoard(db, { id: "holbaek", workshopId: "w", organisationId: "0316" });
  for (let index = 0; index < 60; index++) {
    addInitiative(db, {
      boardId: "holbaek",
      id: `i${index}`,
      title: `${WORD} ${index}`,
      descriptionText: "Teams ".repeat(50),
    });
    // One piece of index each, as when people write one after the other.
    await indexStaleText(db, 1);
  }
  const hits = () =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name), "latin1").includes("zorbaxmark"));
  const log = { info: vi.fn(), error: vi.fn() };
  const eraseAll = async () => {
    for (let index = 0; index < 60; index++)
      removeInitiativeRows(db, { boardId: "holbaek", initiativeId: `i${index}` });
    await writeFact(db, "scrub", "index");
  };
  const writeAnew = async () => void db.$client.exec("VACUUM");
  return { file, db, log, hits, eraseAll, writeAnew };
}

test("what was erased leaves index and log at once, and the file is written anew in the night", async () => {
  const { db, log, hits, eraseAll, writeAnew } = await world();
  expect(hits()).not.toEqual([]);
  await eraseAll();
  expect(hits()).not.toEqual([]);
  await scrub({ db, log, writeAnew, now: () => DAY });
  expect(hits()).toEqual([]);
  expect(await readFact(db, "scrub")).toBe("vacuum");
  const pages = () => db.$client.pragma("freelist_count", { simple: true });
  expect(pages()).not.toBe(0);
  await scrub({ db, log, writeAnew, now: () => DAY });
  expect(pages()).not.toBe(0);
  await scrub({ db, log, writeAnew, now: () => NIGHT });
  expect(pages()).toBe(0);
  await scrub({ db, log, writeAnew, now: () => DAY });
  expect(await readFact(db, "scrub")).toBeNull();
  expect(hits()).toEqual([]);
  expect(db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
});

test("it is not over while somebody still reads what was in the log", async () => {
  const { file, db, log, hits, eraseAll, writeAnew } = await world();
  const { $client: reader } = openForReading(file);
  reader.exec("begin");
  reader.prepare("select count(*) from initiative").get();
  await eraseAll();
  await scrub({ db, log, writeAnew, now: () => DAY });
  expect(await readFact(db, "scrub")).toBe("index");
  reader.close();
  await scrub({ db, log, writeAnew, now: () => DAY });
  expect(await readFact(db, "scrub")).toBe("vacuum");
  expect(hits()).toEqual([]);
});

function withResolvers() {
  let resolve: (value?: unknown) => void = () => expect.fail();
  const promise = new Promise((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve: () => resolve() };
}

test("while the file is written anew others read, and what they would write fails at once; then they write again", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { file, db, log, hits, eraseAll } = await world();
  await eraseAll();
  await scrub({ db, log, now: () => DAY, writeAnew: expect.fail });
  const thread = new DatabaseThread(file);
  const held = withResolvers();
  const other = openForUpkeep(file);
  const writeAnew = async () => {
    other.exec("begin immediate");
    await held.promise;
    other.exec("rollback");
    await thread.do("write-anew");
  };
  const kept = keepScrubbed({ db, log, writeAnew, now: () => NIGHT });
  expect(kept.writingAnew()).toBeNull();
  vi.advanceTimersByTime(5_000);
  await until(() => kept.writingAnew() !== null);
  const over = kept.writingAnew();
  expect(await readFact(db, "scrub")).toBe("vacuum");
  expect(db.$client.pragma("busy_timeout", { simple: true })).toBe(0);
  await expect(writeFact(db, "probe", "1")).rejects.toThrow("locked");
  held.resolve();
  await over;
  expect(kept.writingAnew()).toBeNull();
  await until(async () => (await readFact(db, "scrub")) === "log");
  await writeFact(db, "probe", "1");
  expect(db.$client.pragma("busy_timeout", { simple: true })).toBe(5_000);
  expect(db.$client.pragma("freelist_count", { simple: true })).toBe(0);
  expect(hits()).toEqual([]);
  kept.stop();
  other.close();
  await thread.stop();
});

test("a server looks by itself; what fails is logged and left alone for a while", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { db, log, eraseAll, writeAnew } = await world();
  await eraseAll();
  let now = DAY;
  const kept = keepScrubbed({ db, log, writeAnew, now: () => now });
  vi.advanceTimersByTime(5_000);
  await until(async () => (await readFact(db, "scrub")) === "vacuum");
  db.$client.close();
  vi.advanceTimersByTime(5_000);
  await until(() => log.error.mock.calls.length === 1);
  await vi.advanceTimersByTimeAsync(60_000);
  now += 15 * 60 * 1000;
  vi.advanceTimersByTime(5_000);
  await until(() => log.error.mock.calls.length === 2);
  kept.stop();
});
