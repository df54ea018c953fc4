import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepDoing } from "./keep-doing.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what fails is logged and tried again, until it is stopped", async () => {
  const log = { error: vi.fn() };
  const work = vi.fn(async () => undefined).mockRejectedValueOnce(new Error("a full disk"));
  const doing = keepDoing(work, { everyMs: 1_000, log, failed: "could not" });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(work).toHaveBeenCalledTimes(2);
  expect(log.error.mock.calls).toEqual([[{ err: new Error("a full disk") }, "could not"]]);
  doing.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(work).toHaveBeenCalledTimes(2);
});

test("a round that takes long is over before the next begins", async () => {
  const log = { error: vi.fn() };
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const doing = keepDoing(work, { everyMs: 1_000, log, failed: "could not" });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(work).toHaveBeenCalledOnce();
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(2);
  doing.stop();
});
