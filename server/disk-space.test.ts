import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { until } from "../tests/until.ts";
import { watchDiskSpace } from "./disk-space.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("a disk that cannot be asked is logged and asked again; until then the last answer holds", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const folder = mkdtempSync(join(tmpdir(), "disk-"));
  const error = vi.fn();
  const watch = watchDiskSpace(folder, 0, { error });
  rmSync(folder, { recursive: true });
  vi.advanceTimersByTime(1_000);
  await until(() => error.mock.calls.length === 1);
  expect(watch.hasRoom()).toBe(true);
  mkdirSync(folder);
  vi.advanceTimersByTime(1_000);
  watch.stop();
  expect(watch.hasRoom()).toBe(true);
});

test("a disk with less than is to be kept free has no room", () => {
  const folder = mkdtempSync(join(tmpdir(), "disk-"));
  const watch = watchDiskSpace(folder, Number.MAX_SAFE_INTEGER, { error: vi.fn() });
  expect(watch.hasRoom()).toBe(false);
  watch.stop();
});
