import { statfsSync } from "node:fs";
import { statfs } from "node:fs/promises";

const CHECK_MS = 1_000;

export interface DiskSpace {
  /** False while less is left than the operator wants to keep free. */
  hasRoom: () => boolean;
  stop: () => void;
}

/** Looks every second how much is left on the disk of the data folder. */
export function watchDiskSpace(dataDir: string, minFreeMb: number): DiskSpace {
  const suffices = ({ bavail, bsize }: { bavail: number; bsize: number }) => (bavail * bsize) / 1e6 >= minFreeMb;
  let hasRoom = suffices(statfsSync(dataDir));
  const look = async () => {
    hasRoom = suffices(await statfs(dataDir));
  };
  const timer = setInterval(() => void look(), CHECK_MS).unref();
  return { hasRoom: () => hasRoom, stop: () => clearInterval(timer) };
}
