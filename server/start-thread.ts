import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

export interface ThreadScript {
  /** Beside the server's bundle, once it is built. */
  readonly built: URL;
  /** While developing, the source, which the thread has to learn to read. */
  readonly source: URL;
}

export function startThread({ built, source }: ThreadScript, options: WorkerOptions): Worker {
  if (existsSync(fileURLToPath(built))) return new Worker(built, options);
  const address = JSON.stringify(source.href);
  const script = `import("tsx/esm/api").then(({ register }) => { register(); return import(${address}); })`;
  return new Worker(script, { ...options, eval: true });
}
