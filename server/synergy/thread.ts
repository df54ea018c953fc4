/** The engine's thread as seen from the server: tasks in, promises out. */
import { startThread } from "../start-thread.ts";
import type { Answer, Results, Task } from "./protocol.ts";

/**
 * What the thread may use. Without limits Node lets a thread's heap grow to several times what lives in it before it looks
 * for what does not: 100 MB more after the first check of a country. The lower the limit, the sooner it looks; but a
 * form that is added may change every finding of a country at once. What a hundred thousand initiatives need of the heap is 50 MB.
 */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 12 };

const SCRIPT = { built: new URL("./worker.js", import.meta.url), source: new URL("./worker.ts", import.meta.url) };

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export class EngineThread {
  readonly #worker = startThread(SCRIPT, { resourceLimits });
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #ended: Error | null = null;

  constructor() {
    this.#worker.on("message", (answer: Answer) => this.#settle(answer));
    this.#worker.on("error", (error: Error) => this.#end(error));
    this.#worker.on("exit", (code) => this.#end(new Error(`The engine's thread ended with code ${code}.`)));
    // An open page must not keep a stopping server alive.
    this.#worker.unref();
  }

  /** False when the thread has ended and everything in it is lost. */
  get isAlive(): boolean {
    return this.#ended === null;
  }

  perform<T extends Task>(task: T): Promise<Results[T["do"]]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, task });
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ("error" in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.result as never);
  }

  #end(error: Error): void {
    if (this.#ended !== null) return;
    this.#ended = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
