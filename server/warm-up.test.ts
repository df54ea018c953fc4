import { expect, it, vi } from "vitest";
import { createLogger } from "./log.ts";
import * as rooms from "./realtime/rooms.ts";
import { warmUp } from "./warm-up.ts";

it("plays through the rooms without a word in the log", async () => {
  const log = createLogger("silent");
  const said = [vi.spyOn(log, "warn"), vi.spyOn(log, "error")];
  await warmUp(log);
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
