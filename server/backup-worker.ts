/** The thread that backs up: the last write of a copy, its check and the removal of old ones take too long for the thread that serves. */
import { parentPort, workerData } from "node:worker_threads";
import { type BackupOrder, takeBackup } from "./backup.ts";

parentPort?.postMessage(await takeBackup(workerData as BackupOrder));
