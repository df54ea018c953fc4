import { statfsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { keepDoing } from "./keep-doing.ts";
import type { Logger } from "./log.ts";

const CHECK_MS = 1_000;

export interface DiskSpace {
  /** False while less is left than the operator wants to keep free. */
  hasRoom: () => boolean;
  stop: () => void;
}

/** Looks every second how much is left on the disk of the data folder. While it does not say, its last answer holds. */
export function watchDiskSpace(dataDir: string, minFreeMb: number, log: Pick<Logger, "error">): DiskSpace {
  const suffices = ({ bavail, bsize }: { bavail: number; bsize: number }) => (bavail * bsize) / 1e6 >= minFreeMb;
  let hasRoom = suffices(statfsSync(dataDir));
  const look = async () => {
    hasRoom = suffices(await statfs(dataDir));
  };
  const { stop } = keepDoing(look, { everyMs: CHECK_MS, log, failed: "the disk does not say how much is left" });
  return { hasRoom: () => hasRoom, stop };
}
