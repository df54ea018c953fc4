import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { anonymiseWorkshop, setRetention } from "#db/queries/live/anonymising.ts";
import { keepDevice, personOfDevice } from "#db/queries/live/devices.ts";
import { readLiveView } from "#db/queries/live/view.ts";
import { loadPerson } from "#db/queries/people.ts";
import { note, participant, question, workshopRun } from "#db/schema/live.ts";
import { session } from "#db/schema/person.ts";
import { addMunicipality, addPerson, addWorkshop, NOW } from "../tests/factories.ts";
import { addGuest } from "../tests/live-guests.ts";
import { until } from "../tests/until.ts";
import { keepHouse } from "./housekeeping.ts";
import { scrub } from "./scrubbing.ts";

const NIGHT = Date.UTC(2026, 10, 22, 1, 30);
const GUEST = "Zorbax Navnesen";
const ACCOUNT = "Kvintus Kontohaver";

afterEach(() => {
  vi.useRealTimers();
});

/** A guest and an account took part, and wrote; the guest is named in a text, in a frozen screen and in the log. */
async function world() {
  const folder = mkdtempSync(join(tmpdir(), "anonymising-"));
  const db = openDatabase(join(folder, "sammenspil.db"));
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addWorkshop(db, { id: "w", organisationIds: ["0316"] });
  addWorkshop(db, { id: "other", organisationIds: ["0316"] });
  db.insert(workshopRun)
    .values({ workshopId: "w", joinCode: "KX7P42MR", openedAt: NOW, frozenScreen: `{"name":"${GUEST}"}` })
    .run();
  db.$client
    .prepare(
      "insert into agenda_item (id, workshop_id, position, title, minutes, kind) values ('i', 'w', 0, 'i', 5, 'silent-writing')",
    )
    .run();
  addGuest(db, { id: "zorbax", name: GUEST, organisationId: "0316" });
  addPerson(db, { id: "kvintus", roles: [{ role: "editor", organisationId: "0316" }] });
  db.$client.prepare("update person set name = ? where id = 'kvintus'").run(ACCOUNT);
  const place = { workshopId: "w", role: "leader", organisationId: "0316", joinedAt: NOW } as const;
  db.insert(participant)
    .values({ ...place, id: "place-kvintus", personId: "kvintus" })
    .run();
  const written = { workshopId: "w", itemId: "i", participantId: "place-zorbax", revealedAt: NOW, sortOrder: "a" };
  db.insert(note)
    .values({ ...written, id: "n", text: `Spørg ${GUEST} om mentorer` })
    .run();
  db.insert(question)
    .values({ id: "q", workshopId: "w", text: "Må vi dele elever?", participantId: "place-zorbax", askedAt: NOW })
    .run();
  addSession(db, "zorbax");
  addSession(db, "kvintus");
  await recordAudit(db, {
    at: NOW,
    personId: "zorbax",
    action: "workshop-joined",
    subject: "w",
    detail: { as: GUEST },
  });
  const hits = (word: string) =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name), "latin1").includes(word));
  return { db, hits };
}

function addSession(db: Database, personId: string): void {
  const at = new Date(NOW);
  db.insert(session)
    .values({
      id: `s-${personId}`,
      token: personId,
      personId,
      expiresAt: new Date(NOW + 1e9),
      createdAt: at,
      updatedAt: at,
    })
    .run();
}

const ids = () => {
  let last = 0;
  return () => `nobody-${++last}`;
};
const anonymise = (db: Database) =>
  anonymiseWorkshop(db, { workshopId: "w", personId: "facilitator", now: NOW, newId: ids() });

async function overwrite(db: Database): Promise<void> {
  const log = { info: vi.fn(), error: vi.fn() };
  const writeAnew = async () => void db.$client.exec("VACUUM");
  for (let step = 0; step < 3; step++) await scrub({ db, log, writeAnew, now: () => NIGHT });
}

test("names leave every place of the file, while texts and counts stay", async () => {
  const { db, hits } = await world();
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  expect(hits("Zorbax")).not.toEqual([]);
  expect(await anonymise(db)).toEqual({ endedSessions: ["s-zorbax"] });
  await overwrite(db);
  expect(hits("Zorbax")).toEqual([]);
  const view = await readLiveView(db, "w");
  expect(Object.values(view.participants).map(({ name, organisationId }) => [name, organisationId])).toEqual([
    ["", "0316"],
    ["", "0316"],
  ]);
  expect(db.select({ text: note.text, by: note.participantId }).from(note).all()).toEqual([
    { text: "Spørg … om mentorer", by: null },
  ]);
  expect(Object.values(view.questions).map(({ text }) => text)).toEqual(["Må vi dele elever?"]);
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
});

test("an account keeps its name, its roles and its session, and is no participant any more", async () => {
  const { db } = await world();
  await anonymise(db);
  const account = await loadPerson(db, "kvintus");
  expect([account?.name, account?.roles.length]).toEqual([ACCOUNT, 1]);
  expect(db.select({ id: session.id }).from(session).all()).toEqual([{ id: "s-kvintus" }]);
  const people = db.select({ personId: participant.personId }).from(participant).all();
  expect(people.map(({ personId }) => personId)).not.toContain("kvintus");
});

test("guests hold no role and the workshop is closed; a guest of another workshop is left there", async () => {
  const { db } = await world();
  addGuest(db, { id: "both", name: "Begge Steder", organisationId: "0316" });
  db.$client
    .prepare(
      "insert into role_assignment (id, person_id, role, workshop_id, created_at) values ('r', 'both', 'guest', 'other', 1)",
    )
    .run();
  await anonymise(db);
  expect((await loadPerson(db, "zorbax"))?.roles).toEqual([]);
  const both = await loadPerson(db, "both");
  expect([both?.name, both?.roles.map(({ workshopId }) => workshopId)]).toEqual(["Begge Steder", ["other"]]);
  expect((await readLiveView(db, "w")).stage.now?.state).toBe("closed");
  expect(await anonymise(db)).toEqual({ refused: true });
});

test("it happens by itself when the day has gone by, and not before", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { db } = await world();
  await setRetention(db, "w", { retentionDate: "2026-11-21", namesInReport: true });
  db.update(session)
    .set({ expiresAt: new Date(NOW) })
    .run();
  let now = NOW;
  const log = { info: vi.fn(), error: vi.fn() };
  const house = keepHouse({ db, log, now: () => now });
  const anonymisedAt = () => db.select({ at: workshopRun.anonymisedAt }).from(workshopRun).get()?.at;
  // Its first round ends with the sessions that are too old.
  await until(() => db.select().from(session).all().length === 0);
  expect(anonymisedAt()).toBe(null);
  now = NOW + 24 * 60 * 60 * 1000;
  vi.advanceTimersByTime(60 * 60 * 1000);
  await until(() => anonymisedAt() === now);
  house.stop();
  expect(log.error).not.toHaveBeenCalled();
});

test("no phone finds its place again in an anonymous workshop: what it keeps would tell whose notes and votes are counted there", async () => {
  const { db } = await world();
  const phone = { workshopId: "w", hash: "of the phone's secret" };
  await keepDevice(db, { ...phone, personId: "zorbax" });
  expect(await personOfDevice(db, { ...phone, now: NOW })).toBe("zorbax");
  await anonymise(db);
  expect(await personOfDevice(db, { ...phone, now: NOW })).toBeNull();
  expect(db.select({ kept: participant.deviceHash }).from(participant).all()).toEqual([{ kept: null }, { kept: null }]);
});
