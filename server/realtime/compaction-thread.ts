/** Hands logs to the compaction worker; the thread lives only while there is something to do. */
import { Worker } from "node:worker_threads";
import type { CompactedDocument } from "#domain/board-doc/compaction.ts";
import type { StoredDocument } from "#domain/board-doc/document.ts";

export interface CompactionJob {
  readonly id: number;
  readonly stored: StoredDocument;
}
export type CompactionAnswer =
  | { readonly id: number; readonly compacted: CompactedDocument }
  | { readonly id: number; readonly error: string };

interface Waiting {
  readonly resolve: (compacted: CompactedDocument) => void;
  readonly reject: (error: Error) => void;
}

const IDLE_MS = 10_000;
// Beside the bundle when built, beside this file while developing.
const WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "./compaction-worker.ts" : "./compaction-worker.js",
  import.meta.url,
);

export class CompactionThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #jobs = 0;

  /** @throws when the log does not decode, or its compaction would not be the same document */
  compact(stored: StoredDocument): Promise<CompactedDocument> {
    this.#worker ??= this.#start();
    if (this.#idle !== null) clearTimeout(this.#idle);
    const id = ++this.#jobs;
    this.#worker.postMessage({ id, stored } satisfies CompactionJob);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async stop(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(WORKER);
    worker.unref();
    worker.on("message", (answer: CompactionAnswer) => this.#answered(answer));
    worker.on("error", (error) => this.#ended(worker, error));
    worker.on("exit", () => this.#ended(worker, new Error("The compaction thread ended.")));
    return worker;
  }

  #answered(answer: CompactionAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("compacted" in answer) waiting?.resolve(answer.compacted);
    else waiting?.reject(new Error(answer.error));
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
  }

  #ended(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
