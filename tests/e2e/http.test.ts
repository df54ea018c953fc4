/** What every request meets before a page is asked, spoken to the running product without a browser. */
import { afterAll, expect, inject, test } from "vitest";
import { Product } from "../product.ts";
import { until } from "../until.ts";

const product = await Product.start({ template: inject("demoData") });
afterAll(() => product.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(product.origin + path, { headers, redirect: "manual" });
const post = (path: string, headers: Record<string, string>, body = "") =>
  fetch(product.origin + path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body,
    redirect: "manual",
  });

/** The cookie of a fresh session, as a browser would send it back. */
async function signedIn(email: string): Promise<string> {
  const { url } = await product.cli<{ url: string }>("sign-in-link", email);
  const answer = await post(new URL(url).pathname, { Origin: product.origin });
  expect(answer.status).toBe(303);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function emailOf(role: string): Promise<string> {
  type User = { email: string; roles: { role: string }[] };
  const users = await product.cli<User[]>("users");
  return users.find((user) => user.roles.some((held) => held.role === role))?.email ?? expect.fail(`nobody is ${role}`);
}

test("scripts run only with this response's nonce, and nothing may frame or be loaded from elsewhere", async () => {
  const [first, second] = [await get("/sign-in"), await get("/sign-in")];
  const policy = first.headers.get("content-security-policy") ?? "";
  const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1];
  expect(nonce?.length).toBeGreaterThanOrEqual(22);
  expect(second.headers.get("content-security-policy")).not.toContain(nonce);
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toContain("unsafe-eval");
  const scripts = (await first.text()).match(/<script[^>]*>/g) ?? [];
  expect(scripts).not.toEqual([]);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
});

test("the headers that browsers heed are there, and none that tells what we run", async () => {
  const { headers } = await get("/sign-in");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test.each([
  ["none", {}],
  ["another site", { Origin: "https://evil.example" }],
  ["a name that begins alike", { Origin: "http://localhost.evil.example" }],
  ["null", { Origin: "null" }],
])("a form whose origin is %s is refused, page and data address alike", async (_name, headers) => {
  for (const path of ["/sign-in", "/sign-in.data", "/sign-out", "/language"]) {
    expect((await post(path, headers, "intent=demo")).status).toBe(403);
  }
});

test("what is refused says so in the look of the product, with the id that the log has for it", async () => {
  const answer = await post("/sign-in", { Origin: "https://evil.example" }, "intent=demo&personId=x");
  const page = await answer.text();
  expect(page).toContain("Det kan ikke gøres herfra");
  const id = /<code[^>]*>([0-9a-f]{8})<\/code>/.exec(page)?.[1] ?? expect.fail("no id");
  await until(() => product.output.includes(`"requestId":"${id}"`));
  expect(page).not.toContain("Send igen");
  const large = await post("/sign-in", { Origin: product.origin }, "x".repeat(1_000_001));
  expect(large.status).toBe(413);
  expect(await large.text()).toContain("Det er for stort at sende");
  expect((await get("/session")).status).toBe(401);
});

test("a link to sign in is not used up by looking, signs in once, and is gone after that", async () => {
  const { url } = await product.cli<{ url: string }>("sign-in-link", await emailOf("consultant"));
  expect(url.startsWith(`${product.origin}/sign-in/`)).toBe(true);
  const path = new URL(url).pathname;
  for (let look = 0; look < 2; look++) expect((await get(path)).status).toBe(200);
  const answer = await post(path, { Origin: product.origin });
  expect(answer.status).toBe(303);
  const cookie = answer.headers.getSetCookie().find((line) => line.includes("session"));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect((await post(path, { Origin: product.origin })).status).toBe(410);
});

test("GET /session says whether one is signed in", async () => {
  expect((await get("/session")).status).toBe(401);
  expect((await get("/session", { Cookie: await signedIn(await emailOf("consultant")) })).status).toBe(200);
});

test("what is unknown and what is forbidden look alike", async () => {
  const [board] = await product.cli<{ id: string }[]>("boards");
  const cookie = await signedIn(await emailOf("system-admin"));
  const page = async (path: string) => {
    const answer = await get(path, { Cookie: cookie });
    const id = /<code[^>]*>[^<]*<\/code>/g;
    const words = (await answer.text())
      .replaceAll(/<head.*<\/head>|<script.*<\/script>/gs, "")
      .replaceAll(path, "")
      .replaceAll(id, "");
    return { status: answer.status, words };
  };
  const forbidden = await page(`/boards/${board?.id}`);
  const unknown = await page("/boards/no-such-board");
  expect(forbidden.status).toBe(404);
  expect(forbidden).toEqual(unknown);
});

test("who is not signed in is asked to, and comes back to where they were going", async () => {
  const answer = await get("/compare?theme=x");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toContain("/sign-in");
  expect(decodeURIComponent(answer.headers.get("location") ?? "")).toContain("/compare?theme=x");
});

test.each([
  ["a lone percent sign", "/%"],
  ["an overlong slash", "/%c0%ae"],
  ["another host", "//evil.example"],
  ["a null character", "/boards/%00"],
  ["no end", `/${"a".repeat(9000)}`],
  ["a way out of the folder", "/assets/%2e%2e%2fpages.js"],
])("an address with %s is answered without an error of ours", async (_what, path) => {
  const { status } = await get(path);
  expect(status).toBeGreaterThanOrEqual(300);
  expect(status).toBeLessThan(500);
});

test("files with a dot cannot be read, and there is no security.txt that nobody has filled in", async () => {
  expect((await get("/.well-known/security.txt")).status).toBe(404);
  expect((await get("/.vite/manifest.json")).status).toBe(404);
});

test("health is told without details, and numbers only to this machine without a proxy", async () => {
  expect(await (await get("/healthz")).text()).toBe("ok\n");
  expect((await get("/readyz")).status).toBe(200);
  expect(await (await get("/metrics")).text()).toContain("process_resident_memory_bytes");
  expect((await get("/metrics", { "X-Forwarded-For": "203.0.113.7" })).status).toBe(404);
});
