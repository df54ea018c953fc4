import { expect, test, vi } from "vitest";
import { hashToken } from "#app/http/tokens.server.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { createInvitation } from "#db/queries/invitations.ts";
import { findPersonIdByEmail, loadPerson } from "#db/queries/people.ts";
import { addMunicipality, addPerson, NOW } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action, loader } from "./route.tsx";

/** Holbæk with an administrator, who has made a link to an editor's role. */
async function aLink(): Promise<Database> {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addPerson(db, { id: "admin", roles: [{ role: "kommune-admin", organisationId: "0316" }] });
  addPerson(db, { id: "colleague" });
  await createInvitation(db, {
    id: "i",
    tokenHash: hashToken("token"),
    role: "editor",
    organisationId: "0316",
    workshopId: null,
    note: null,
    invitedBy: "admin",
    now: NOW,
  });
  return db;
}

async function asker(db: Database, personId: string | null) {
  const services = await servicesFor(db, personId);
  return { ...services, rooms: { ...services.rooms, accessChanged: () => undefined } };
}
const asked = { params: { token: "token" } };
const look = async (db: Database, personId: string | null) =>
  (await loader(asking(await asker(db, personId), "/invitations/token", asked))).data;
const take = async (db: Database, personId: string) =>
  action(asking(await asker(db, personId), "/invitations/token", { ...asked, form: {} }));

test("its maker is told to send it on and cannot take it; the one it is for can", async () => {
  const db = await aLink();
  expect((await look(db, "admin")).invitation).toMatchObject({ isOwn: true });
  expect(await take(db, "admin")).toMatchObject({ init: { status: 410 } });
  expect((await loadPerson(db, "admin"))?.roles).toHaveLength(1);
  expect((await look(db, "colleague")).invitation).toMatchObject({ isOwn: false, role: "editor" });
  expect(await take(db, "colleague")).toMatchObject({ status: 303 });
  expect((await loadPerson(db, "colleague"))?.roles).toMatchObject([{ role: "editor" }]);
  expect((await look(db, null)).invitation).toBeNull();
});

test("an account made with an invitation is signed in to without its address being taken for proven", async () => {
  const db = await aLink();
  const stranger = await asker(db, null);
  const signIn = { ...stranger.signIn, signInAs: vi.fn(async () => new Headers({ "Set-Cookie": "session=1" })) };
  const form = { name: "Hjemmeplejen, Holbæk", email: "Kollega@kommune.example" };
  const answer = await action(asking({ ...stranger, signIn }, "/invitations/token", { ...asked, form }));
  expect(answer).toMatchObject({ status: 303 });
  const personId = (await findPersonIdByEmail(db, "kollega@kommune.example")) ?? "";
  expect(signIn.signInAs).toHaveBeenCalledWith(personId, expect.any(Request), "invitation");
});
