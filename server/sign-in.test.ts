import { expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { createPerson } from "#db/queries/people.ts";
import { createAuth, readSession } from "./auth.ts";
import { DEFAULT_LIMITS } from "./limit-settings.ts";
import { createLink, createSignIn } from "./sign-in.ts";
import { createSignInLimits } from "./sign-in-limits.ts";

const HOUR = 60 * 60 * 1000;

// Hashing a password and a hundred attempts take their time on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

async function house({ origin = "http://localhost:3000" } = {}) {
  const db = openDatabase(":memory:");
  const ended: string[] = [];
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const auth = createAuth({ db, origin, secret: "a secret of at least thirty-two bytes" });
  const limits = createSignInLimits();
  const readLink = (email: string) => createLink({ auth, db, origin }, email);
  const onSessionEnded = (id: string) => ended.push(id);
  const onCodeUsed = vi.fn();
  const signIn = createSignIn({ auth, db, origin, now, onSessionEnded, onCodeUsed, limits }, "192.0.2.1");
  await createPerson(db, { id: "p1", name: "HR, Holbæk", email: "HR@demo.invalid", now: 1 });
  const log = { error: vi.fn() };
  const read = (cookie: string) => readSession(auth, db, { cookie, now: now(), prolong: true, log });
  const request = (cookie = "") =>
    new Request(origin, { method: "POST", headers: { cookie, "user-agent": "Test browser" } });
  return { db, auth, signIn, onCodeUsed, readLink, ended, read, request, log, pass: (ms: number) => (ahead += ms) };
}

const cookieOf = (headers: Headers | null) => headers?.getSetCookie()[0]?.split(";")[0] ?? "";
const tokenOf = (link: string | null) => link?.split("/").at(-1) ?? "";

test("a link signs in once, under the address in any case", async () => {
  const { signIn, read, request } = await house();
  const token = tokenOf(await signIn.createLink("hr@DEMO.invalid"));
  const cookie = cookieOf(await signIn.redeemLink(token, request()));
  expect((await read(cookie))?.session.person).toMatchObject({ id: "p1", name: "HR, Holbæk", introSeen: false });
  expect(await signIn.redeemLink(token, request())).toBeNull();
});

test("a session that could not be prolonged is in force all the same", async () => {
  const { db, signIn, read, request, log } = await house();
  const cookie = cookieOf(await signIn.redeemLink(tokenOf(await signIn.createLink("hr@demo.invalid")), request()));
  const used = () => db.$client.prepare("select expires_at from session").pluck().get();
  db.$client.exec("update session set expires_at = expires_at - 7000000");
  const before = used();
  db.$client.pragma("query_only = 1");
  expect(await read(cookie)).toMatchObject({ session: { person: { id: "p1" } } });
  db.$client.pragma("query_only = 0");
  expect(log.error).toHaveBeenCalledOnce();
  expect(used()).toBe(before);
  await read(cookie);
  expect(used()).toBeGreaterThan(before as number);
});

test("of two who use a link at once one gets in", async () => {
  const { signIn, request } = await house();
  const token = tokenOf(await signIn.createLink("hr@demo.invalid"));
  const both = await Promise.all([signIn.redeemLink(token, request()), signIn.redeemLink(token, request())]);
  expect(both.filter((headers) => headers !== null)).toHaveLength(1);
});

test("the database holds no token that would sign in", async () => {
  const { db, signIn, request } = await house();
  const token = tokenOf(await signIn.createLink("hr@demo.invalid"));
  const cookie = cookieOf(await signIn.redeemLink(token, request()));
  await signIn.createLink("hr@demo.invalid");
  const stored = JSON.stringify(db.$client.prepare("select * from verification").all());
  expect(stored).not.toContain(token);
  const sessionToken = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
  expect(sessionToken.length).toBeGreaterThanOrEqual(32);
  const { origin } = new URL(request().url);
  const other = createAuth({ db, origin, secret: "another secret of thirty-two bytes or more" });
  expect(await readSession(other, db, { cookie, now: Date.now(), prolong: false, log: { error: vi.fn() } })).toBeNull();
});

test("an unknown address gets no link", async () => {
  const { signIn } = await house();
  expect(await signIn.createLink("nobody@demo.invalid")).toBeNull();
});

test("a made-up link is refused and recorded", async () => {
  const { db, signIn, request } = await house();
  expect(await signIn.redeemLink("made-up", request())).toBeNull();
  expect((await listAudit(db)).map(({ action }) => action)).toEqual(["sign-in-failed"]);
});

test("a password signs in; a wrong one and an unknown address are answered alike", async () => {
  const { signIn, read, request } = await house();
  await signIn.setPassword("p1", "korrekt hest batteri");
  const cookie = cookieOf(await signIn.signInWithPassword("hr@demo.invalid", "korrekt hest batteri", request()));
  expect((await read(cookie))?.session.person.id).toBe("p1");
  expect(await signIn.signInWithPassword("hr@demo.invalid", "forkert", request())).toBeNull();
  expect(await signIn.signInWithPassword("nobody@demo.invalid", "forkert", request())).toBeNull();
});

test("a new password replaces the old one and is stored as argon2id", async () => {
  const { db, signIn, request } = await house();
  await signIn.setPassword("p1", "korrekt hest batteri");
  await signIn.setPassword("p1", "endnu en god sætning");
  expect(await signIn.signInWithPassword("hr@demo.invalid", "korrekt hest batteri", request())).toBeNull();
  expect(await signIn.signInWithPassword("hr@demo.invalid", "endnu en god sætning", request())).not.toBeNull();
  expect(db.$client.prepare("select password from account").pluck().all()).toEqual([
    expect.stringMatching(/^\$argon2id\$/),
  ]);
});

test("a session ends after seven days however much it is used", async () => {
  const { signIn, read, request, pass } = await house();
  const cookie = cookieOf(await signIn.signInAs("p1", request(), "demo"));
  pass(7 * 24 * HOUR - HOUR);
  expect(await read(cookie)).not.toBeNull();
  pass(2 * HOUR);
  expect(await read(cookie)).toBeNull();
});

test("a session that nobody uses ends after twelve hours", async () => {
  const { db, signIn, read, request } = await house();
  const cookie = cookieOf(await signIn.signInAs("p1", request(), "demo"));
  const { left } = db.$client.prepare("select expires_at - created_at as left from session").get() as { left: number };
  expect(Math.round(left / HOUR)).toBe(12);
  db.$client.prepare("update session set expires_at = ?").run(Date.now() - 1);
  expect(await read(cookie)).toBeNull();
});

test("signing out ends the session and tells the rooms", async () => {
  const { signIn, read, request, ended } = await house();
  const cookie = cookieOf(await signIn.signInAs("p1", request(), "demo"));
  const id = (await read(cookie))?.session.id;
  await signIn.signOut(request(cookie));
  expect(await read(cookie)).toBeNull();
  expect(ended).toEqual([id]);
});

test("sessions are listed with their browser and ended one by one or all at once", async () => {
  const { signIn, read, request, ended } = await house();
  const first = cookieOf(await signIn.signInAs("p1", request(), "demo"));
  const second = cookieOf(await signIn.signInAs("p1", request(), "demo"));
  const listed = await signIn.sessions("p1");
  expect(listed.map(({ userAgent }) => userAgent)).toEqual(["Test browser", "Test browser"]);
  const firstId = (await read(first))?.session.id ?? "";
  await signIn.revokeSession("somebody else", firstId);
  expect(ended).toEqual([]);
  await signIn.revokeSession("p1", firstId);
  expect(ended).toEqual([firstId]);
  expect(await read(first)).toBeNull();
  expect(await read(second)).not.toBeNull();
  await signIn.revokeAllSessions("p1");
  expect(await read(second)).toBeNull();
});

test("the cookie is bound to the host over https and works over plain http on this machine", async () => {
  const overHttps = await house({ origin: "https://sammenspil.example.dk" });
  const secure = (await overHttps.signIn.signInAs("p1", overHttps.request(), "demo")).getSetCookie()[0] ?? "";
  expect(secure).toMatch(/^__Host-session=/);
  for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(secure).toContain(attribute);
  expect(secure).not.toContain("Domain");
  const overHttp = await house();
  const plain = (await overHttp.signIn.signInAs("p1", overHttp.request(), "demo")).getSetCookie()[0] ?? "";
  expect(plain).toMatch(/^session=/);
  expect(plain).not.toContain("Secure");
});

test("who takes an invitation under somebody else's address is out when its owner signs in by a link", async () => {
  const { db, signIn, read, request } = await house();
  const squatter = cookieOf(await signIn.signInAs("p1", request(), "invitation"));
  await signIn.setPassword("p1", "korrekt hest batteri");
  expect(db.$client.prepare("select email_verified from person").pluck().get()).toBe(0);
  const owner = cookieOf(await signIn.redeemLink(tokenOf(await signIn.createLink("hr@demo.invalid")), request()));
  expect((await read(owner))?.session.person.id).toBe("p1");
  expect(await read(squatter)).toBeNull();
  expect(await signIn.signInWithPassword("hr@demo.invalid", "korrekt hest batteri", request())).toBeNull();
  expect((await listAudit(db)).map(({ detail }) => detail?.["by"]).filter(Boolean)).toEqual([
    "invitation",
    "link",
    "password",
  ]);
});

test("after ten attempts an account is refused for a while, known or unknown alike", async () => {
  for (const email of ["hr@demo.invalid", "nobody@demo.invalid"]) {
    const { signIn, request } = await house();
    for (let attempt = 0; attempt < 10; attempt++) await signIn.createLink(email);
    const refused = await signIn
      .signInWithPassword(email.toUpperCase(), "forkert", request())
      .catch((thrown) => thrown);
    expect(refused).toBeInstanceOf(Response);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(600);
  }
});

test("after a hundred attempts an address is refused", async () => {
  const { signIn, request } = await house();
  for (let attempt = 0; attempt < 100; attempt++) await signIn.redeemLink("made-up", request());
  await expect(signIn.redeemLink("made-up", request())).rejects.toBeInstanceOf(Response);
});

test("those who get in do not use up the attempts of their address", async () => {
  const { signIn, readLink, request } = await house();
  for (let person = 0; person < 110; person++) {
    const headers = await signIn.redeemLink(tokenOf(await readLink("hr@demo.invalid")), request());
    expect(headers).not.toBeNull();
  }
});

test("wrong codes are counted by address and right ones are not; after too many wrong ones nothing is looked up", async () => {
  const { guess } = createSignInLimits({ ...DEFAULT_LIMITS, "wrong-codes-per-minute-and-address": 3 });
  const right = async () => "the workshop";
  const wrong = async () => null;
  for (let at = 0; at < 40; at++) expect(await guess("192.0.2.1", right)).toBe("the workshop");
  for (let at = 0; at < 3; at++) expect(await guess("192.0.2.1", wrong)).toBeNull();
  await expect(guess("192.0.2.1", right)).rejects.toMatchObject({ status: 429 });
  expect(await guess("192.0.2.2", right)).toBe("the workshop");
});

test("an hour's wrong codes are counted beside a minute's, and those of all addresses together", async () => {
  const wrong = async () => null;
  const hourly = createSignInLimits({ ...DEFAULT_LIMITS, "wrong-codes-per-hour-and-address": 2 });
  for (let at = 0; at < 2; at++) await hourly.guess("192.0.2.1", wrong);
  await expect(hourly.guess("192.0.2.1", wrong)).rejects.toMatchObject({ status: 429 });
  const together = createSignInLimits({ ...DEFAULT_LIMITS, "wrong-codes-per-minute": 2 });
  for (let at = 0; at < 2; at++) await together.guess(`192.0.2.${at}`, wrong);
  await expect(together.guess("192.0.2.9", wrong)).rejects.toMatchObject({ status: 429 });
});

test("an address from which a live workshop's code is used is told of, one with a wrong code is not", async () => {
  const { signIn, onCodeUsed } = await house();
  await signIn.guessCode(async () => null);
  expect(onCodeUsed).not.toHaveBeenCalled();
  await signIn.guessCode(async () => "the workshop");
  expect(onCodeUsed).toHaveBeenCalledWith("192.0.2.1");
});
