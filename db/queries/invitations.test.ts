import { beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import {
  acceptInvitation,
  createInvitation,
  findInvitation,
  type NewInvitation,
  revokeInvitation,
} from "#db/queries/invitations.ts";
import { createOrganisation, endRole, listMembers } from "#db/queries/organisations.ts";
import { assignRole, createPerson, loadPerson } from "#db/queries/people.ts";
import { INVITATION_LIFETIME_MS } from "#domain/invitation.ts";
import { addPerson, addWorkshop } from "../../tests/factories.ts";

let db: Database;

beforeEach(async () => {
  db = openDatabase(":memory:");
  await createOrganisation(db, {
    id: "0316",
    kind: "municipality",
    name: "Holbæk",
    fullName: "Holbæk Kommune",
    now: 1,
  });
  await createPerson(db, { id: "admin", name: "HR, Holbæk", email: "hr@x.invalid", now: 1 });
  const role = { role: "kommune-admin", organisationId: "0316", workshopId: null } as const;
  await assignRole(db, { id: "r1", personId: "admin", ...role, createdBy: null, now: 1 });
  await invite("hash");
});

const invite = (tokenHash: string, change: Partial<NewInvitation> = {}) =>
  createInvitation(db, {
    id: tokenHash,
    tokenHash,
    role: "editor",
    organisationId: "0316",
    workshopId: null,
    note: null,
    invitedBy: "admin",
    now: 10,
    ...change,
  });
const accept = (personId: string, change: { now?: number; email?: string; tokenHash?: string } = {}) =>
  acceptInvitation(db, {
    tokenHash: change.tokenHash ?? "hash",
    personId,
    newPerson: { name: "Hjemmeplejen, Holbæk", email: change.email ?? `${personId}@x.invalid` },
    assignmentId: `role of ${personId}`,
    now: change.now ?? 20,
  });

test("an invitation makes the account and gives its role", async () => {
  expect(await accept("new")).toEqual({ accepted: true });
  expect((await loadPerson(db, "new"))?.roles).toEqual([{ role: "editor", organisationId: "0316", workshopId: null }]);
  expect(await findInvitation(db, "hash")).toMatchObject({ usedBy: "Hjemmeplejen, Holbæk", invitedBy: "HR, Holbæk" });
});

test("it works once", async () => {
  await accept("first");
  expect(await accept("second")).toEqual({ accepted: false, refused: "gone" });
  expect(await loadPerson(db, "second")).toBeNull();
});

test("it dies after seven days, and when it is withdrawn", async () => {
  expect(await accept("late", { now: 10 + INVITATION_LIFETIME_MS })).toEqual({ accepted: false, refused: "gone" });
  await revokeInvitation(db, { id: "hash", organisationId: "0316", now: 15 });
  expect(await accept("other")).toEqual({ accepted: false, refused: "gone" });
});

test("another organisation cannot withdraw it", async () => {
  expect(await revokeInvitation(db, { id: "hash", organisationId: "0530", now: 15 })).toEqual({ revoked: false });
});

test("nobody takes over an account by inviting its address", async () => {
  expect(await accept("thief", { email: "HR@x.invalid" })).toEqual({ accepted: false, refused: "email-taken" });
  expect((await findInvitation(db, "hash"))?.usedAt).toBeNull();
});

test("ending a role withdraws what the person invited to, and leaves an organisation its last administrator", async () => {
  const end = { organisationId: "0316", assignmentId: "r1", now: 30 };
  expect(await endRole(db, end)).toEqual({ refused: "last-administrator" });
  await createPerson(db, { id: "b", name: "B", email: "b@x.invalid", now: 1 });
  const role = { role: "kommune-admin", organisationId: "0316", workshopId: null } as const;
  await assignRole(db, { id: "r2", personId: "b", ...role, createdBy: null, now: 1 });
  expect(await endRole(db, end)).toEqual({ personId: "admin" });
  expect((await listMembers(db, "0316")).map(({ personId }) => personId)).toEqual(["b"]);
  expect((await findInvitation(db, "hash"))?.revokedAt).toBe(30);
});

test("of two links to a kommune's first administrator one works: the other is not kept for later", async () => {
  await createOrganisation(db, { id: "0530", kind: "municipality", name: "Billund", fullName: "Billund", now: 1 });
  addWorkshop(db, { id: "w", organisationIds: ["0530"] });
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  const first = { role: "kommune-admin", organisationId: "0530", workshopId: "w", invitedBy: "facilitator" } as const;
  for (const tokenHash of ["handed-over", "kept"]) await invite(tokenHash, first);
  expect(await accept("billund", { tokenHash: "handed-over" })).toEqual({ accepted: true });
  expect(await accept("later", { tokenHash: "kept" })).toEqual({ accepted: false, refused: "gone" });
  expect(await loadPerson(db, "later")).toBeNull();
  expect(await findInvitation(db, "kept")).toMatchObject({ usedAt: null, isGiven: false });
});

test("what a system administrator made for a kommune that has an administrator by now is not given", async () => {
  addPerson(db, { id: "operator", roles: [{ role: "system-admin" }] });
  for (const role of ["editor", "kommune-admin"] as const) {
    await invite(role, { role, invitedBy: "operator" });
    expect(await accept(`${role}-new`, { tokenHash: role })).toEqual({ accepted: false, refused: "gone" });
  }
  await invite("consultant", { role: "consultant", invitedBy: "operator" });
  expect(await accept("new", { tokenHash: "consultant" })).toEqual({ accepted: true });
});

test("nobody takes what they give themselves", async () => {
  const own = { tokenHash: "hash", personId: "admin", assignmentId: "r9", now: 20 };
  expect(await acceptInvitation(db, own)).toEqual({ accepted: false, refused: "own" });
  expect((await findInvitation(db, "hash"))?.usedAt).toBeNull();
});
