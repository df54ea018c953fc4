/** Work on the whole database file that takes too long for the thread that serves. */
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { startThread } from "./start-thread.ts";

/** `move-log`: what stands in the log goes into the file, while others write. `write-anew`: nobody else writes meanwhile. */
export type FileWork = "move-log" | "write-anew";
/** Null when it is done. */
export type FileAnswer = { readonly error: string } | null;

const IDLE_MS = 10_000;
const SCRIPT = {
  built: new URL("./database-worker.js", import.meta.url),
  source: new URL("./database-worker.ts", import.meta.url),
};

/** One work after the other; the thread lives only while there is something to do. */
export class DatabaseThread {
  readonly #file: string;
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws when it could not be done */
  do(work: FileWork): Promise<void> {
    const done = this.#last.then(() => this.#do(work));
    // Whoever asked is told of a failure; the next work goes on.
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #do(work: FileWork): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.postMessage(work);
    const answer = await this.#answerOf(worker);
    this.#idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
    if (answer !== null) throw new Error(answer.error);
  }

  async #answerOf(worker: Worker): Promise<FileAnswer> {
    const waiting = new AbortController();
    const { signal } = waiting;
    const ended = once(worker, "exit", { signal }).then(() => {
      throw new Error("The thread of the database file ended.");
    });
    try {
      const [answer] = (await Promise.race([once(worker, "message", { signal }), ended])) as [FileAnswer];
      return answer;
    } finally {
      // The thread lives on; nobody waits for its end any more.
      waiting.abort();
    }
  }

  #start(): Worker {
    const worker = startThread(SCRIPT, { workerData: this.#file });
    // Also while nothing is under way: the next work would wait for a thread that is gone.
    worker.once("exit", () => {
      if (this.#worker === worker) this.#worker = null;
    });
    worker.unref();
    return worker;
  }

  /** What is under way ends first. */
  async stop(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    await this.#last;
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
