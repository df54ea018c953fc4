/** The built product as a process of its own, on a free port, with data of its own. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { root } from "../../scripts/run.mjs";
import { until } from "../until.ts";
import { environment } from "./environment.ts";

export class App {
  readonly origin: string;
  readonly dataDir: string;
  /** What the server wrote since it was last started. */
  output = "";
  readonly #environment: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;

  private constructor(dataDir: string, port: number) {
    this.dataDir = dataDir;
    this.origin = `http://localhost:${port}`;
    this.#environment = environment({ dataDir, port });
  }

  /** A running product; `empty` is one that nobody has used yet. */
  static async start(data: "demo" | "empty" = "demo"): Promise<App> {
    const dataDir = mkdtempSync(join(tmpdir(), "sammenspil-e2e-"));
    if (data === "demo") cpSync(inject("demoData"), dataDir, { recursive: true });
    const app = new App(dataDir, await freePort());
    await app.start();
    return app;
  }

  /** Starts the server (again), and waits until it is ready. */
  async start(): Promise<void> {
    this.output = "";
    const server = spawn(process.execPath, ["build/server/index.js"], { cwd: root, env: this.#environment });
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => {
        this.output += chunk;
      });
    }
    this.#server = server;
    await until(async () => {
      if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}: ${this.output}`);
      return (await fetch(`${this.origin}/readyz`)).ok;
    }, 20_000);
  }

  /** Ends the server and waits for its end. @returns its exit code; null when the signal itself ended it */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return server?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    server.kill(signal);
    return ended;
  }

  /** Runs a command of the command line beside the server. @returns what it printed, parsed */
  async cli<Result = unknown>(...args: string[]): Promise<Result> {
    const options = { cwd: root, env: this.#environment };
    const { stdout } = await promisify(execFile)(process.execPath, ["build/cli.js", ...args], options);
    return JSON.parse(stdout);
  }

  /** Stops the server and clears its data away. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
