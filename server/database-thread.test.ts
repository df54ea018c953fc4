import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { DatabaseThread } from "./database-thread.ts";

// The thread reads the sources anew.
vi.setConfig({ testTimeout: 60_000 });

/** More than Node lets wait for one event before it warns that they are never taken away. */
const MANY = 12;

/** For a database file of its own. */
function aThread(): DatabaseThread {
  const folder = mkdtempSync(join(tmpdir(), "database-thread-"));
  const file = join(folder, "database.db");
  const db = openDatabase(file);
  const thread = new DatabaseThread(file);
  onTestFinished(async () => {
    await thread.stop();
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  return thread;
}

test("working on the file again and again leaves no listeners behind", async () => {
  const thread = aThread();
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on("warning", note);
  onTestFinished(() => void process.off("warning", note));
  for (let work = 0; work < MANY; work += 1) await thread.do("move-log");
  expect(warnings).toEqual([]);
});

test("a thread that ended while it had nothing to do is begun anew for the next work", async () => {
  const thread = aThread();
  const posted = vi.spyOn(Worker.prototype, "postMessage");
  onTestFinished(() => posted.mockRestore());
  await thread.do("move-log");
  await (posted.mock.contexts[0] as Worker).terminate();
  await thread.do("move-log");
  expect(new Set(posted.mock.contexts).size).toBe(2);
});
