/** The thread that compacts logs: seconds of work for a long one, which the serving thread must not do. */
import { parentPort } from "node:worker_threads";
import { compactDocument } from "#domain/board-doc/compaction.ts";
import type { CompactionAnswer, CompactionJob } from "./compaction-thread.ts";

parentPort?.on("message", ({ id, stored }: CompactionJob) => parentPort?.postMessage(answer(id, stored)));

function answer(id: number, stored: CompactionJob["stored"]): CompactionAnswer {
  try {
    return { id, compacted: compactDocument(stored) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
