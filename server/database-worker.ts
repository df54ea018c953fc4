/** The thread that works on the whole database file, over a connection of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { openForUpkeep } from "#db/client.ts";
import type { FileAnswer, FileWork } from "./database-thread.ts";

const client = openForUpkeep(workerData as string);

const WORKS: Record<FileWork, () => void> = {
  "move-log": () => client.pragma("wal_checkpoint(PASSIVE)"),
  "write-anew": () => {
    client.exec("VACUUM");
    // All of the file went through the log, which is as long now.
    client.pragma("wal_checkpoint(TRUNCATE)");
  },
};

parentPort?.on("message", (work: FileWork) => parentPort?.postMessage(answer(work)));

function answer(work: FileWork): FileAnswer {
  try {
    WORKS[work]();
    return null;
  } catch (error) {
    return { error: String(error) };
  }
}
