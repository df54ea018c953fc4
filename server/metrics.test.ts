import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMetrics, measureKeeping } from "./metrics.ts";

test("the age of the newest copy and the sizes of file and log are as they are when asked", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "metrics-")), "sammenspil.db");
  let backupAt: number | null = null;
  const registry = createMetrics();
  measureKeeping(registry, { databaseFile: file, backupAt: () => backupAt, now: () => 100_000 });
  const line = async (name: string) => new RegExp(`^${name} (\\S+)`, "m").exec(await registry.metrics())?.[1];
  expect([await line("backup_age_seconds"), await line("wal_bytes")]).toEqual(["+Inf", "0"]);
  writeFileSync(file, "x".repeat(10));
  writeFileSync(`${file}-wal`, "x".repeat(20));
  backupAt = 40_000;
  expect([await line("database_bytes"), await line("wal_bytes")]).toEqual(["10", "20"]);
  expect(await line("backup_age_seconds")).toBe("60");
});

test("memory, processor and the delay of the loop are told", async () => {
  const text = await createMetrics().metrics();
  for (const name of ["process_resident_memory_bytes", "process_cpu_seconds_total", "event_loop_delay_seconds"]) {
    expect(text).toMatch(new RegExp(`^${name}(\\{[^}]*\\})? \\d`, "m"));
  }
});
