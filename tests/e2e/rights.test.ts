/** What the operator or a person changes holds in the running server at once, sockets that are open included. */
import { afterAll, expect, inject, test } from "vitest";
import WebSocket from "ws";
import { Product } from "../product.ts";

const product = await Product.start({ template: inject("demoData") });
afterAll(() => product.close());

const EMAIL = "hr.holbaek@demo.invalid";
const BOARD = "landet-0561";
const ROOM = `${BOARD}.1`;
/** What the operator reads in the manual. */
const IN_FORCE_MS = 1_000;

async function signedIn(email = EMAIL): Promise<string> {
  const { url } = await product.cli<{ url: string }>("sign-in-link", email);
  const answer = await fetch(url, { method: "POST", headers: { Origin: product.origin }, redirect: "manual" });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Resolves with the close code, and when it came. */
function closing(socket: WebSocket): Promise<{ code: number; at: number }> {
  return new Promise((resolve) => socket.once("close", (code) => resolve({ code, at: Date.now() })));
}

async function openSocket(cookie: string): Promise<WebSocket> {
  const address = `${product.origin.replace("http", "ws")}/collab/${ROOM}`;
  const socket = new WebSocket(address, { headers: { Cookie: cookie, Origin: product.origin } });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return socket;
}

const setAccess = (access: string) => product.cli("access", "set", EMAIL, BOARD, access);
const boardStatus = async (cookie: string) =>
  (await fetch(`${product.origin}/boards/${BOARD}`, { headers: { Cookie: cookie }, redirect: "manual" })).status;

test("an operator's change of access ends or renews open sockets within a second, and holds for pages", async () => {
  const cookie = await signedIn();
  for (const [access, code, status] of [
    ["write", 4409, 200],
    ["none", 4403, 404],
  ] as const) {
    const closed = closing(await openSocket(cookie));
    await setAccess(access);
    const changedAt = Date.now();
    const { code: given, at } = await closed;
    expect(given).toBe(code);
    expect(at - changedAt).toBeLessThan(IN_FORCE_MS);
    expect(await boardStatus(cookie)).toBe(status);
  }
  await expect(openSocket(cookie)).rejects.toThrow("404");
  await setAccess("read");
  expect(await boardStatus(cookie)).toBe(200);
});

test("signing out ends the session's sockets and no other session's", async () => {
  const [here, elsewhere] = [await signedIn(), await signedIn()];
  const closed = closing(await openSocket(here));
  const other = await openSocket(elsewhere);
  const headers = { Cookie: here, Origin: product.origin };
  await fetch(`${product.origin}/sign-out`, { method: "POST", headers, redirect: "manual" });
  expect((await closed).code).toBe(4401);
  expect(other.readyState).toBe(WebSocket.OPEN);
  other.close();
  expect((await fetch(`${product.origin}/session`, { headers: { Cookie: here } })).status).toBe(401);
});

test("a facilitator may stop the check of everything and begin it again; for an editor there is no such door", async () => {
  const answerTo = async (email: string, intent: string) => {
    const headers = { Cookie: await signedIn(email), Origin: product.origin };
    const body = new URLSearchParams({ intent, returnTo: "/workshops" });
    const answer = await fetch(`${product.origin}/check/progress`, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
    });
    return [answer.status, answer.headers.get("Location")];
  };
  for (const intent of ["stop", "begin"]) {
    expect(await answerTo("facilitator@demo.invalid", intent)).toEqual([303, "/workshops"]);
    expect((await answerTo(EMAIL, intent))[0]).toBe(404);
  }
});
