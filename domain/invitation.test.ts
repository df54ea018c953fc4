import { expect, test } from "vitest";
import { invitationState, mayBeGiven, rolesToGive } from "./invitation.ts";
import type { RoleAssignment } from "./organisation.ts";
import type { Person } from "./permissions.ts";

const holding = (...roles: Partial<RoleAssignment>[]): Person => ({
  id: "p",
  name: "HR, Holbæk",
  email: "hr@x.invalid",
  roles: roles.map((role) => ({ role: "editor", organisationId: null, workshopId: null, ...role })),
  boardAccess: new Map(),
});

const administered = (id: string) => ({ id, hasAdministrator: true });

test("an invitation is open until it is used, withdrawn, not given any more or seven days old", () => {
  const times = { expiresAt: 100, usedAt: null, revokedAt: null, isGiven: true };
  expect(invitationState(times, 99)).toBe("open");
  expect(invitationState(times, 100)).toBe("expired");
  expect(invitationState({ ...times, isGiven: false }, 50)).toBe("expired");
  expect(invitationState({ ...times, revokedAt: 5 }, 50)).toBe("revoked");
  expect(invitationState({ ...times, usedAt: 5 }, 200)).toBe("used");
});

test("a kommune's administrator invites to their own kommune only, and not to roles that reach across", () => {
  const administrator = holding({ role: "kommune-admin", organisationId: "0316" });
  expect(rolesToGive(administrator, administered("0316"))).toEqual(["editor", "kommune-admin"]);
  expect(rolesToGive(administrator, administered("0530"))).toEqual([]);
});

test("facilitators and consultants are made by the system administrator alone", () => {
  expect(rolesToGive(holding({ role: "system-admin" }), administered("kl"))).toContain("facilitator");
  expect(rolesToGive(holding({ role: "facilitator", workshopId: "w" }), administered("0316"))).toEqual([]);
  expect(rolesToGive(holding({ role: "editor", organisationId: "0316" }), administered("0316"))).toEqual([]);
});

test("a system administrator gives a kommune its first administrator, and after that nothing of the kommune's own", () => {
  const operator = holding({ role: "system-admin" });
  const across = ["facilitator", "consultant", "steward"];
  expect(rolesToGive(operator, { id: "0316", hasAdministrator: false })).toEqual(["kommune-admin", ...across]);
  expect(rolesToGive(operator, administered("0316"))).toEqual(across);
  const both = holding({ role: "system-admin" }, { role: "kommune-admin", organisationId: "0316" });
  expect(rolesToGive(both, administered("0316"))).toEqual(["editor", "kommune-admin", ...across]);
});

test.each([
  ["editor", { inviterAdministers: true, hasAdministrator: true }, true],
  ["kommune-admin", { inviterAdministers: true, hasAdministrator: true }, true],
  ["kommune-admin", { inviterAdministers: false, hasAdministrator: false }, true],
  ["kommune-admin", { inviterAdministers: false, hasAdministrator: true }, false],
  ["editor", { inviterAdministers: false, hasAdministrator: false }, false],
  ["facilitator", { inviterAdministers: false, hasAdministrator: true }, true],
] as const)("an invitation to be %s, where %o, holds: %s", (role, given, holds) => {
  expect(mayBeGiven(role, given)).toBe(holds);
});
