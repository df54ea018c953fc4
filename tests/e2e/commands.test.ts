/** What `npm run demo`, `npm start` and the command line promise to those who run them. */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, inject, onTestFinished, test } from "vitest";
import { root } from "../../scripts/run.mjs";
import { freePort, Product } from "../product.ts";
import { until } from "../until.ts";

const product = await Product.prepare({ template: inject("demoData") });
afterAll(() => product.close());

/** Starts a program as an operator does, and collects what it says; it has ended when it and what it started have said all. */
function start(command: string, args: string[], environment: NodeJS.ProcessEnv) {
  const child = spawn(command, args, { cwd: root, env: environment });
  const program = { child, output: "", ended: new Promise<number | null>((resolve) => child.once("close", resolve)) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      program.output += chunk;
    });
  }
  return program;
}

const npmRun = (script: string, environment: Record<string, string>) =>
  start("npm", ["run", "--silent", script], { ...process.env, DATA_DIR: product.dataDir, ...environment });

const server = (environment: Record<string, string>) =>
  start(process.execPath, ["build/server/index.js"], { ...product.environment, ...environment });

test("npm run demo serves the demo, says where and how to sign in, and ends in order on SIGTERM", async () => {
  const port = await freePort();
  const demo = npmRun("demo", { PORT: String(port) });
  await until(() => demo.output.includes(`http://localhost:${port}/sign-in`), 30_000);
  expect((await fetch(`http://localhost:${port}/sign-in`)).status).toBe(200);
  demo.child.kill("SIGTERM");
  await demo.ended;
  await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
  expect(demo.output).toContain("stopping");
});

test("npm run demo names a busy port in one line", async () => {
  const other = createServer().listen(await freePort(), "127.0.0.1");
  await until(() => other.listening);
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const demo = npmRun("demo", { PORT: port });
  expect(await demo.ended).toBe(1);
  other.close();
  expect(demo.output.trim().split("\n")).toEqual([
    `Port ${port} is in use. Choose another one: PORT=3001 npm run demo`,
  ]);
});

test("a second server on the same data refuses with 75, and the command line works beside the first", async () => {
  await product.start();
  const second = server({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(75);
  expect(second.output).toContain("Another server is running");
  expect(await product.cli<unknown[]>("boards")).not.toEqual([]);
  const seed = start(process.execPath, ["build/cli.js", "seed", "demo"], product.environment);
  expect(await seed.ended).toBe(75);
  expect(await product.stop()).toBe(0);
});

test("a production start refuses a demo's database, and one without address and secret", async () => {
  const withoutDemo = server({ DEMO: "" });
  expect(await withoutDemo.ended).toBe(1);
  expect(withoutDemo.output).toContain("DEMO=1");
  const unconfigured = server({ DEMO: "", APP_ORIGIN: "", SESSION_SECRET: "" });
  expect(await unconfigured.ended).toBe(78);
  expect(unconfigured.output).toContain("APP_ORIGIN is required");
  expect(unconfigured.output).toContain("SESSION_SECRET is required");
});

test("LIMITS=unbounded is said loudly, and refused where others could reach the server", async () => {
  const refused = server({ LIMITS: "unbounded", HOST: "0.0.0.0" });
  expect(await refused.ended).toBe(78);
  expect(refused.output).toContain("LIMITS=unbounded is for measuring");
  const measuring = server({ LIMITS: "unbounded", PORT: String(await freePort()) });
  await until(() => measuring.output.includes("listening"), 20_000);
  expect(measuring.output).toContain("LIMITS=unbounded: rates, sockets and sign-ins are not limited");
  measuring.child.kill("SIGTERM");
  expect(await measuring.ended).toBe(0);
});

test("a server whose disk is short of space serves pages, takes nothing in, and says that it is not ready", async () => {
  const port = String(await freePort());
  const short = server({ MIN_FREE_MB: "999999999", PORT: port });
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  await until(async () => (await (await get("/readyz")).text()).includes("little space"), 20_000);
  expect((await get("/readyz")).status).toBe(503);
  expect((await get("/sign-in")).status).toBe(200);
  const headers = { Origin: product.origin };
  const posted = await fetch(`http://127.0.0.1:${port}/language`, { method: "POST", headers, body: "" });
  expect(posted.status).toBe(503);
  short.child.kill("SIGTERM");
  expect(await short.ended).toBe(0);
});

test("a server takes a copy by itself, which the drill reads to the last document", async () => {
  const another = await Product.start({ template: inject("demoData") });
  onTestFinished(() => another.close());
  const copies = join(another.dataDir, "backups");
  await until(() => another.output.includes("backed up"), 20_000);
  expect(readdirSync(copies).map((name) => name.split("-")[0])).toEqual(["daily", "quarter"]);
  const drilled = await another.cli<{ boards: number }>("drill");
  expect(drilled).toMatchObject({ ok: true, comparedWithLive: drilled.boards });
  const restore = start(process.execPath, ["build/cli.js", "restore", join(copies, "x.db")], another.environment);
  expect(await restore.ended).toBe(75);
  expect(await another.stop()).toBe(0);
});

test("a wrong command ends with 2 and says what there is", async () => {
  const wrong = start(process.execPath, ["build/cli.js", "sing"], product.environment);
  expect(await wrong.ended).toBe(2);
  expect(wrong.output).toContain("sign-in-link");
});
