import { beforeEach, expect, test, vi } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { addFinding, addInitiative, addMunicipality, addPerson, aWorkshopOf } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action as answerInList } from "./answer.ts";
import { action, loader } from "./route.tsx";

/** One pair between Holbæk and Billund, with people of both, of a third kommune in the workshop and of one outside. */
function aPair(): Database {
  const db = aWorkshopOf("holbaek", "billund", "varde");
  addMunicipality(db, { id: "0101", name: "København" });
  addInitiative(db, { boardId: "holbaek", id: "teams", title: "Faste teams", tags: { themes: ["organisering"] } });
  addInitiative(db, { boardId: "billund", id: "teams", title: "Samskabende teams", status: "running" });
  addFinding(db, {
    id: "pair",
    a: ["billund", "teams"],
    b: ["holbaek", "teams"],
    reasons: [{ code: "similarText", weight: 1, params: {}, a: [["title", 12, 17]], b: [["title", 6, 11]] }],
  });
  for (const id of ["0316", "0530", "0573", "0101"])
    addPerson(db, { id: `hr-${id}`, roles: [{ role: "editor", organisationId: id }] });
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  return db;
}

const open = async (db: Database, personId: string) =>
  loader(asking(await servicesFor(db, personId), "/findings/pair?in=w", { params: { findingId: "pair" } }));

const notify = vi.fn();
beforeEach(() => notify.mockClear());

async function answering(db: Database, personId: string | null, form: Record<string, string>) {
  const about = { organisationId: personId?.slice(3) ?? "0316", aHash: "a1", bHash: "b1" };
  const asked = { params: { findingId: "pair" }, form: { ...about, ...form } };
  const services = { ...(await servicesFor(db, personId)), rooms: { notify } as unknown as Services["rooms"] };
  return asking(services, "/findings/pair?in=w", asked);
}

const answer = async (db: Database, personId: string | null, form: Record<string, string>) =>
  action(await answering(db, personId, form));

test("both kommuner answer and the pair is confirmed; each answer brings one back to the same page", async () => {
  const db = aPair();
  const first = await answer(db, "hr-0316", { answer: "coordinate" });
  expect(first).toMatchObject({ status: 303 });
  expect((first as Response).headers.get("Location")).toBe("/findings/pair?in=w");
  await answer(db, "hr-0530", { answer: "meet", reason: "I januar" });
  const { pair, place } = await open(db, "hr-0316");
  expect(pair.state).toBe("confirmed");
  expect(pair.parties.map((party) => party.answer?.answer)).toEqual(["meet", "coordinate"]);
  expect(place).toMatchObject({ workshop: { id: "w" }, position: 1, count: 1, previous: null, next: null });
});

test("the words that the check rests on are marked, and reasons are words", async () => {
  const { pair } = await open(aPair(), "facilitator");
  expect(pair.a.title).toEqual({ text: "Samskabende teams", marks: [[12, 17]] });
  expect(pair.reasons[0]?.text).toBe("ord går igen: «teams»");
  expect(pair.phase).toBe("a-ahead");
  expect(pair.answersFor).toEqual([]);
});

test("what the check read in the texts stands between the two where a tag is missing", async () => {
  const db = aPair();
  addInitiative(db, {
    boardId: "holbaek",
    id: "ledige",
    title: "Forløb for ledige",
    tags: { themes: ["organisering"] },
  });
  const read = (code: string, params: Record<string, string>) => ({ code, weight: 0.5, params, a: [], b: [] });
  addFinding(db, {
    id: "read",
    a: ["billund", "teams"],
    b: ["holbaek", "ledige"],
    kind: "learn-from",
    reasons: [read("sameTarget", { target: "unemployed" }), read("sameTheme", { id: "organisering" })],
  });
  const { pair } = await loader(
    asking(await servicesFor(db, "facilitator"), "/findings/read?in=w", { params: { findingId: "read" } }),
  );
  const row = (field: string) => pair.rows.find((one) => one.field === field);
  expect(row("targetGroups")).toMatchObject({ isRead: true, verdict: "same", a: ["ledige"], b: ["ledige"] });
  expect(row("themes")).toMatchObject({ isRead: false, verdict: "unknown", a: [] });
});

test("an answer is told to the pages that have one of the boards open, and written down without its reason", async () => {
  const db = aPair();
  await answer(db, "hr-0316", { answer: "unrelated", reason: "Andre faggrupper" });
  expect(notify.mock.calls).toEqual([
    ["billund", "findings"],
    ["holbaek", "findings"],
  ]);
  const detail = { organisation: "0316", answer: "unrelated" };
  expect(await listAudit(db)).toMatchObject([
    { action: "finding-answered", subject: "pair", personId: "hr-0316", detail },
  ]);
  await answer(db, "hr-0316", { answer: "unrelated", reason: " " });
  expect(notify).toHaveBeenCalledTimes(2);
});

test("a no without a reason comes back with what was typed", async () => {
  expect(await answer(aPair(), "hr-0316", { answer: "unrelated", reason: " " })).toMatchObject({
    init: { status: 422 },
    data: { refused: "reason-missing", reason: " " },
  });
});

test("an answer to a text that has changed meanwhile is refused with the note kept", async () => {
  expect(await answer(aPair(), "hr-0316", { answer: "merge", reason: "Ja", aHash: "a0" })).toMatchObject({
    data: { refused: "texts-changed", reason: "Ja" },
  });
});

test.each([
  ["hr-0573", "0573", "a third kommune may read but not answer"],
  ["hr-0573", "0316", "nobody answers for another kommune"],
  ["hr-0101", "0316", "who may not read it cannot answer"],
])("%s for %s: %s", async (personId, organisationId) => {
  await expect(answer(aPair(), personId, { answer: "merge", organisationId })).rejects.toMatchObject({ status: 404 });
});

test("who looks across the kommuner suggests an answer: both see it, and it decides nothing", async () => {
  const db = aPair();
  const suggested = { intent: "assess", answer: "coordinate", reason: "Samme skole", cause: "only-the-actor" };
  expect(await answer(db, "facilitator", suggested)).toMatchObject({ status: 303 });
  const { pair } = await open(db, "hr-0316");
  expect(pair).toMatchObject({ state: "proposed", mayAssess: false, mayChangeKind: true });
  expect(pair.assessment).toMatchObject({ answer: "coordinate", reason: "Samme skole", cause: "only-the-actor" });
  expect(pair.parties.map((party) => party.answer)).toEqual([null, null]);
  expect((await open(db, "facilitator")).pair.mayAssess).toBe(true);
  db.$client.exec("update finding set a_hash = 'a2'");
  expect((await open(db, "hr-0316")).pair.assessment).toBeNull();
});

test("another kind holds while the texts do, and the one that it had stays in the log", async () => {
  const db = aPair();
  const change = { intent: "change-kind", kind: "learn-from", cause: "one-is-further", reason: "" };
  await answer(db, "hr-0316", change);
  const { pair } = await open(db, "hr-0530");
  expect(pair.kind).toBe("learn-from");
  expect(pair.kindChanges).toMatchObject([
    { fromKind: "overlap", kind: "learn-from", cause: "one-is-further", personName: "hr-0316" },
  ]);
  expect(await listAudit(db)).toMatchObject([
    { action: "finding-kind-changed", subject: "pair", detail: { from: "overlap", kind: "learn-from" } },
  ]);
  expect(await answer(db, "hr-0316", change)).toMatchObject({ data: { refused: "kind-missing" } });
});

test("a no that says why at one press needs no words", async () => {
  const db = aPair();
  await answer(db, "hr-0316", { answer: "unrelated", reason: "", cause: "other-people" });
  const { pair } = await open(db, "hr-0530");
  expect(pair.state).toBe("dismissed");
  expect(pair.parties[1]?.answer).toMatchObject({ answer: "unrelated", cause: "other-people" });
});

test("unknown and unreadable look alike", async () => {
  const db = aPair();
  await expect(open(db, "hr-0101")).rejects.toMatchObject({ status: 404 });
  const unknown = asking(await servicesFor(db, "hr-0316"), "/findings/none", { params: { findingId: "none" } });
  await expect(loader(unknown)).rejects.toMatchObject({ status: 404 });
});

test("whose session has ended meanwhile gets the note back instead of the sign-in page", async () => {
  expect(await answer(aPair(), null, { answer: "merge", reason: "Langt skrevet" })).toMatchObject({
    init: { status: 401 },
    data: { refused: "signed-out", reason: "Langt skrevet" },
  });
});

test("a list that stays where it is hears what came of each answer", async () => {
  const db = aPair();
  const told = async (form: Record<string, string>) =>
    (await answerInList(await answering(db, "hr-0316", form))).json();
  expect(await told({ answer: "merge", aHash: "a0" })).toEqual({ refused: "texts-changed" });
  expect(await told({ answer: "merge" })).toEqual({ refused: null });
  expect(await told({ answer: "nonsense" })).toEqual({ refused: "answer-missing" });
  const forOthers = await answering(db, "hr-0316", { answer: "merge", organisationId: "0530" });
  await expect(answerInList(forOthers)).rejects.toMatchObject({ status: 404 });
});
