import { afterEach, expect, it, vi } from "vitest";
import { createLogger } from "./log.ts";
import * as rooms from "./realtime/rooms.ts";
import { warmUp } from "./warm-up.ts";

afterEach(() => vi.restoreAllMocks());

it("plays through the rooms without a word in the log", async () => {
  const log = createLogger("silent");
  const said = [vi.spyOn(log, "warn"), vi.spyOn(log, "error")];
  await warmUp(log, 60_000);
  for (const level of said) expect(level).not.toHaveBeenCalled();
});

it("says so when it fails, and keeps nobody from being served", async () => {
  const log = createLogger("silent");
  const warn = vi.spyOn(log, "warn");
  vi.spyOn(rooms, "createRooms").mockImplementation(() => {
    throw new Error("no rooms");
  });
  await warmUp(log);
  expect(warn).toHaveBeenCalledOnce();
});

it("gives up when it takes too long, whatever its sockets were doing", async () => {
  const log = createLogger("silent");
  for (const mostMs of [1, 20, 50]) {
    const warn = vi.spyOn(log, "warn").mockClear();
    await warmUp(log, mostMs);
    expect(warn).toHaveBeenCalledOnce();
  }
});
