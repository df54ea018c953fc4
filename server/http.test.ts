/** What every request meets on the port, with pages that only tell what they were handed. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Gauge } from "prom-client";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { servicesFor } from "../tests/services.ts";
import { readEnv } from "./env.ts";
import { createHttp } from "./http.ts";
import { createLogger } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import type { Pages } from "./pages.ts";
import { createReadiness } from "./readiness.ts";

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

async function serve(variables: Record<string, string> = {}) {
  const origin = "https://sammenspil.example.dk";
  const env = readEnv({ APP_ORIGIN: origin, SESSION_SECRET: "x".repeat(32), ...variables });
  const db = openDatabase(":memory:");
  const disk: { hasRoom: boolean; storesEdits: boolean; writingAnew: Promise<void> | null } = {
    hasRoom: true,
    storesEdits: true,
    writingAnew: null,
  };
  const pages: Pages = {
    files: { assets: [], others: [(_request, _response, next) => next()] },
    answer: (getLoadContext) => async (request, response) => {
      await getLoadContext(request, response);
      response.send("a page");
    },
    load: async () => undefined,
    isLoaded: () => true,
    close: async () => undefined,
  };
  const mayWrite = () => disk.hasRoom;
  const writingAnew = () => disk.writingAnew;
  const isStoring = () => disk.storesEdits;
  const readiness = createReadiness({ db, mayWrite, writingAnew, isStoring, pages, now: Date.now });
  const addresses: string[] = [];
  const metrics = createMetrics();
  const { session, cspNonce, requestId, reportError, signIn, ...services } = await servicesFor(db, null);
  const app = createHttp({
    env,
    log: createLogger("silent"),
    metrics,
    pages,
    mayWrite,
    writingAnew,
    notReady: readiness.notReady,
    readSession: async () => null,
    services,
    signInFrom(address) {
      addresses.push(address);
      return signIn;
    },
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  running.push(() => new Promise((resolve) => server.close(resolve)));
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: "close", ...headers } });
  const post = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers: { connection: "close", origin }, body: "" });
  return { get, post, addresses, disk, readiness, metrics };
}

test("it is ready until it drains, the disk is short of space, or the database takes nothing; and says why not", async () => {
  const { get, disk, readiness } = await serve();
  expect((await get("/readyz")).status).toBe(200);
  disk.hasRoom = false;
  const short = await get("/readyz");
  expect([short.status, await short.text()]).toEqual([503, "little space is left on the disk\n"]);
  disk.hasRoom = true;
  disk.storesEdits = false;
  const stuck = await get("/readyz");
  expect([stuck.status, await stuck.text()]).toEqual([503, "edits cannot be stored\n"]);
  disk.storesEdits = true;
  expect((await get("/readyz")).status).toBe(200);
  readiness.drain();
  const draining = await get("/readyz");
  expect([draining.status, await draining.text()]).toEqual([503, "draining\n"]);
  expect((await get("/healthz")).status).toBe(200);
});

test("while the database file is written anew pages are served, and a form waits for the end of it", async () => {
  const { get, post, disk } = await serve();
  let over: () => void = expect.fail;
  disk.writingAnew = new Promise((resolve) => {
    over = resolve;
  });
  const readiness = await get("/readyz");
  expect([readiness.status, await readiness.text()]).toEqual([503, "the database file is being written anew\n"]);
  let answered = 0;
  const posted = post("/sign-in").then(({ status }) => {
    answered = status;
  });
  expect((await get("/workshops")).status).toBe(200);
  expect(answered).toBe(0);
  over();
  disk.writingAnew = null;
  await posted;
  expect(answered).toBe(200);
});

test("numbers are for who has the token, and for this machine when no proxy stands between", async () => {
  const { get } = await serve({ METRICS_TOKEN: "the token" });
  const status = async (headers: Record<string, string>) => (await get("/metrics", headers)).status;
  const forwarded = { "X-Forwarded-For": "203.0.113.7" };
  expect(await status({})).toBe(200);
  expect(await status(forwarded)).toBe(404);
  expect(await status({ ...forwarded, Authorization: "Bearer the token" })).toBe(200);
  expect(await status({ Authorization: "Bearer another" })).toBe(404);
  expect(await (await get("/metrics", { Authorization: "Bearer the token" })).text()).toContain("http_request_seconds");
});

test("what fails while numbers are gathered is answered, and the next request, too", async () => {
  const { get, metrics } = await serve();
  const collect = () => Promise.reject(new Error("no numbers"));
  new Gauge({ name: "broken", help: "fails", registers: [metrics], collect });
  expect((await get("/metrics")).status).toBe(500);
  metrics.removeSingleMetric("broken");
  expect((await get("/metrics")).status).toBe(200);
});

test("where weaknesses are reported is told where the operator has said so", async () => {
  const told = await (await serve({ SECURITY_CONTACT: "mailto:sikkerhed@example.dk" })).get(
    "/.well-known/security.txt",
  );
  expect(await told.text()).toMatch(/^Contact: mailto:sikkerhed@example\.dk\nExpires: 20\d\d-.+Z\nPreferred-Languages/);
  expect(await (await (await serve()).get("/.well-known/security.txt")).text()).toBe("a page");
});

test.each([
  ["", "127.0.0.1"],
  ["10.0.0.1", "127.0.0.1"],
  ["127.0.0.1", "198.51.100.2"],
  ["127.0.0.0/8, 198.51.100.2", "203.0.113.7"],
])("behind the proxies %j a page's visitor comes from %s", async (TRUSTED_PROXIES, address) => {
  const { get, addresses } = await serve({ TRUSTED_PROXIES });
  await get("/sign-in", { "X-Forwarded-For": "192.0.2.1, 203.0.113.7, 198.51.100.2" });
  expect(addresses).toEqual([address]);
});
