/** Sees to it that there is always a copy of the database that is at most a quarter of an hour old. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type BackupOrder, listBackups } from "./backup.ts";
import type { Logger } from "./log.ts";

const EVERY_MS = 15 * 60 * 1000;
const LOOK_MS = 60 * 1000;
// Beside the bundle when built, beside this file while developing.
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./backup-worker.ts" : "./backup-worker.js", import.meta.url);

export interface BackupKeepingOptions extends Omit<BackupOrder, "now"> {
  readonly log: Pick<Logger, "info" | "error">;
  readonly now: () => number;
  /** Takes one copy and returns its file. */
  readonly take?: (order: BackupOrder) => Promise<string>;
}

export interface BackupKeeping {
  /** When the newest copy was taken; null when there is none. */
  takenAt(): number | null;
  stop(): Promise<void>;
}

/** Looks every minute whether a copy is due. One that fails is logged and tried again. */
export function keepBackingUp({ log, now, take, ...place }: BackupKeepingOptions): BackupKeeping {
  const thread = new BackupThread();
  const taking = take ?? ((order) => thread.take(order));
  let takenAt = listBackups(place.folder)[0]?.at ?? null;
  let underWay: Promise<void> | null = null;
  const attempt = async () => {
    const at = now();
    try {
      const file = await taking({ ...place, now: at });
      takenAt = at;
      log.info({ file }, "backed up");
    } catch (error) {
      if (!thread.isStopped) log.error({ err: error }, "backup failed");
    }
  };
  const look = () => {
    // A clock that was set back must not keep the next copy away.
    if (takenAt !== null && Math.abs(now() - takenAt) < EVERY_MS) return;
    underWay ??= attempt().finally(() => {
      underWay = null;
    });
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    takenAt: () => takenAt,
    async stop() {
      clearInterval(timer);
      await thread.stop();
      await underWay;
    },
  };
}

/** One thread for each copy, ended before its time when the server stops: the next server takes the copy again. */
class BackupThread {
  #worker: Worker | null = null;
  isStopped = false;

  async take(order: BackupOrder): Promise<string> {
    const worker = new Worker(WORKER, { workerData: order });
    this.#worker = worker;
    const ended = once(worker, "exit").then(() => {
      throw new Error("The thread that backs up ended.");
    });
    const [file] = (await Promise.race([once(worker, "message"), ended])) as [string];
    return file;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.#worker?.terminate();
  }
}
