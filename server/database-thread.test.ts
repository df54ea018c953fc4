import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { DatabaseThread } from "./database-thread.ts";

// The thread reads the sources anew.
vi.setConfig({ testTimeout: 30_000 });

/** More than Node lets wait for one event before it warns that they are never taken away. */
const MANY = 12;

test("working on the file again and again leaves no listeners behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "database-thread-"));
  const file = join(folder, "database.db");
  const db = openDatabase(file);
  const thread = new DatabaseThread(file);
  const warnings: string[] = [];
  const note = ({ name }: Error) => warnings.push(name);
  process.on("warning", note);
  onTestFinished(async () => {
    process.off("warning", note);
    await thread.stop();
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  for (let work = 0; work < MANY; work += 1) await thread.do("move-log");
  expect(warnings).toEqual([]);
});
