import { Registry } from "prom-client";
import { expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { loadBoardLog } from "#db/queries/board-log.ts";
import { addTestWorld, BOARD } from "../../tests/test-world.ts";
import { createLogger } from "../log.ts";
import { Commits, type CommittingRoom } from "./persistence.ts";
import { RoomMetrics } from "./room-metrics.ts";

test("a room that cannot say what it holds is given up, and the others are stored", async () => {
  const db = openDatabase(":memory:");
  addTestWorld(db);
  const metrics = new RoomMetrics(new Registry());
  const commits = new Commits({ db, log: createLogger("silent"), mayWrite: () => true, now: () => 0, metrics });
  const broken: CommittingRoom = {
    boardId: "broken",
    cut: () => {
      throw new RangeError("Maximum call stack size exceeded");
    },
    resume: vi.fn(),
    giveUp: vi.fn(),
  };
  const committed = vi.fn();
  const update = { boardId: BOARD, personId: "hr", at: 0, bytes: Uint8Array.of(0, 0) };
  const sound: CommittingRoom = {
    boardId: BOARD,
    cut: () => ({ boardId: BOARD, updates: [update], committed, failed: vi.fn() }),
    resume: vi.fn(),
    giveUp: vi.fn(),
  };
  commits.schedule(broken);
  commits.schedule(sound);
  await commits.flush();
  expect(committed).toHaveBeenCalledOnce();
  expect((await loadBoardLog(db, BOARD))?.rows).toHaveLength(1);
  expect(broken.giveUp).toHaveBeenCalledOnce();
  expect(sound.giveUp).not.toHaveBeenCalled();
});
