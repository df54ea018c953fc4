/** The built product as a process of its own, on a free port, with data of its own. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../scripts/run.mjs";
import { until } from "./until.ts";

export interface ProductOptions {
  /** A data directory to copy; without it the product begins empty. */
  readonly template?: string;
  readonly environment?: Record<string, string>;
}

export class Product {
  readonly origin: string;
  readonly dataDir = mkdtempSync(join(tmpdir(), "sammenspil-"));
  /** What the server wrote since it was last started. */
  output = "";
  /** What the server and the command line are told. */
  readonly environment: NodeJS.ProcessEnv;
  #server: ChildProcess | undefined;

  private constructor(port: number, { template, environment }: ProductOptions) {
    if (template !== undefined) cpSync(template, this.dataDir, { recursive: true });
    this.origin = `http://localhost:${port}`;
    this.environment = {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ORIGIN: this.origin,
      DATA_DIR: this.dataDir,
      SESSION_SECRET: "only for tests, which is why it may be written down here",
      // Harmless for other data: a demo is marked inside its database.
      DEMO: "1",
      ...environment,
    };
  }

  /** Data and command line, with no server running yet. */
  static async prepare(options: ProductOptions = {}): Promise<Product> {
    return new Product(await freePort(), options);
  }

  static async start(options: ProductOptions = {}): Promise<Product> {
    const product = await Product.prepare(options);
    await product.start();
    return product;
  }

  /** Of the server, while it runs. */
  get pid(): number {
    const pid = this.#server?.pid;
    if (pid === undefined) throw new Error("The server has not been started.");
    return pid;
  }

  /** Starts the server (again), and waits until it is ready; or only alive, when it is to lack something. */
  async start(sign: "/readyz" | "/healthz" = "/readyz"): Promise<void> {
    this.output = "";
    const server = spawn(process.execPath, ["build/server/index.js"], { cwd: root, env: this.environment });
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => {
        this.output += chunk;
      });
    }
    this.#server = server;
    let ended: number | null = null;
    server.once("exit", (code) => {
      ended = code ?? -1;
    });
    await until(async () => ended !== null || (await fetch(this.origin + sign)).ok, 20_000);
    if (ended !== null) throw new Error(`The server ended with ${ended}: ${this.output}`);
  }

  /** Ends the server and waits for its end. @returns its exit code; null when the signal itself ended it */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return server?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    server.kill(signal);
    return ended;
  }

  /** The check of everything, which begins with the server, has come to its end: until then findings come one after the other. */
  async checked(): Promise<void> {
    await until(() => this.output.includes("checked all initiatives"), 60_000);
  }

  /** Runs a command of the command line on these data. @returns what it printed, parsed */
  async cli<Result = unknown>(...args: string[]): Promise<Result> {
    const options = { cwd: root, env: this.environment, maxBuffer: 64 * 2 ** 20 };
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
