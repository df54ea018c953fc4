import { expect, test, vi } from "vitest";
import type { Database } from "#db/client.ts";
import { workshopRun } from "#db/schema/live.ts";
import { PLACE_KEPT_MS } from "#domain/live/participant.ts";
import { NOW } from "../../../tests/factories.ts";
import { aLiveWorkshop } from "../../../tests/live-world.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader as openPhone } from "../phone/route.tsx";
import { action as signOut } from "../sign-out/route.ts";
import { action as join, loader as openDoor } from "./route.tsx";

const FORM = { name: "Mette", organisation: "0316", role: "employee" };
const IN = { params: { code: "AAAACCCC" } };

/** A phone that keeps cookies; it is signed in only where a test says so: between two days its session is over. */
async function aPhone(db: Database, personId: string | null = null) {
  const services = await servicesFor(db, personId);
  const signInAs = vi.fn(async (id: string) => new Headers({ "Set-Cookie": `session=${id}` }));
  const signIn = {
    ...{ signInAs, signOut: async () => new Headers(), guessCode: (look: () => unknown) => look() },
  } as unknown as typeof services.signIn;
  const rooms = { liveChanged: () => undefined } as unknown as typeof services.rooms;
  return { context: { ...services, signIn, rooms }, signInAs };
}

type Route = (args: never) => Promise<unknown>;
/** What a route answers or throws. */
async function answerOf(route: Route, args: ReturnType<typeof asking>): Promise<Response> {
  const answer = await route(args as never).catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer : expect.fail("no answer of its own");
}
const withCookie = (args: ReturnType<typeof asking>, cookie: string) => {
  args.request.headers.set("cookie", cookie);
  return args;
};

/** Joins, and keeps the cookie that the phone keeps. */
async function joined(db: Database) {
  const { context } = await aPhone(db);
  const answer = await answerOf(join as Route, asking(context, "/join/AAAACCCC", { ...IN, form: FORM }));
  const place =
    answer.headers.getSetCookie().find((cookie) => cookie.startsWith("place-w=")) ?? expect.fail("no place");
  expect(place).toMatch(/^place-w=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  const personId = answer.headers.get("Set-Cookie")?.split(/[=,]/)[1] ?? "";
  return { cookie: place.split(";")[0] ?? "", personId };
}

test("a guest whose session is over finds the place again on the same phone, by the page and by the code", async () => {
  const db = aLiveWorkshop([{ id: "write", kind: "silent-writing" }], "write");
  const { cookie, personId } = await joined(db);
  const { context, signInAs } = await aPhone(db);
  const page = withCookie(asking(context, "/live/w", { params: { workshopId: "w" } }), cookie);
  const answer = await answerOf(openPhone as Route, page);
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/live/w"]);
  expect(answer.headers.get("Set-Cookie")).toBe(`session=${personId}`);
  await answerOf(openDoor as Route, withCookie(asking(context, "/join/AAAACCCC", IN), cookie));
  expect(signInAs.mock.calls.map(([id]) => id)).toEqual([personId, personId]);
});

test("what another phone keeps, or a wrong secret, opens nothing; a workshop closed a month ago neither", async () => {
  const db = aLiveWorkshop([{ id: "write", kind: "silent-writing" }], "write");
  const { cookie } = await joined(db);
  const { context, signInAs } = await aPhone(db);
  const open = (kept: string) =>
    answerOf(openPhone as Route, withCookie(asking(context, "/live/w", { params: { workshopId: "w" } }), kept));
  expect((await open("place-w=wrong")).headers.get("Location")).toBe("/join");
  expect((await open(cookie.replace("place-w", "place-other"))).headers.get("Location")).toBe("/join");
  db.update(workshopRun)
    .set({ closedAt: NOW - PLACE_KEPT_MS })
    .run();
  expect((await open(cookie)).headers.get("Location")).toBe("/live/w");
  db.update(workshopRun)
    .set({ closedAt: NOW - PLACE_KEPT_MS - 1 })
    .run();
  expect((await open(cookie)).headers.get("Location")).toBe("/join");
  expect(signInAs).toHaveBeenCalledTimes(1);
});

test("a code that opens the page, however it is written, takes the form of that page", async () => {
  const { context } = await aPhone(aLiveWorkshop([{ id: "write", kind: "silent-writing" }], "write"));
  const at = { params: { code: "aaaa-cccc" } };
  expect(await openDoor(asking(context, "/join/aaaa-cccc", at) as never)).toMatchObject({ init: null });
  const answer = await answerOf(join as Route, asking(context, "/join/aaaa-cccc", { ...at, form: FORM }));
  expect(answer.headers.get("Location")).toBe("/live/w");
});

test("a wrong code in the address counts as a guess, when the form is sent as when it is opened", async () => {
  const { context } = await aPhone(aLiveWorkshop([{ id: "write", kind: "silent-writing" }], "write"));
  const guessed: unknown[] = [];
  const guessCode = async (look: () => Promise<unknown>) => {
    guessed.push(await look());
    return guessed.at(-1) ?? null;
  };
  const counting = { ...context, signIn: { ...context.signIn, guessCode } as typeof context.signIn };
  const at = { params: { code: "QQQQQQQQ" } };
  await openDoor(asking(counting, "/join/QQQQQQQQ", at) as never);
  await join(asking(counting, "/join/QQQQQQQQ", { ...at, form: FORM }) as never);
  expect(guessed).toEqual([null, null]);
});

test("whoever signs out leaves nothing on the phone that signs in again", async () => {
  const db = aLiveWorkshop([{ id: "write", kind: "silent-writing" }], "write");
  const { cookie, personId } = await joined(db);
  const { context } = await aPhone(db, personId);
  const answer = await answerOf(signOut as Route, withCookie(asking(context, "/sign-out", { form: {} }), cookie));
  expect(answer.headers.getSetCookie()).toContain("place-w=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
});
