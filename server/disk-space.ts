import { statfsSync } from "node:fs";
import { statfs } from "node:fs/promises";
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
    try {
      hasRoom = suffices(await statfs(dataDir));
    } catch (error) {
      log.error({ err: error }, "the disk does not say how much is left");
    }
  };
  const timer = setInterval(() => void look(), CHECK_MS).unref();
  return { hasRoom: () => hasRoom, stop: () => clearInterval(timer) };
}
