import { expect, test } from "vitest";
import { invitationState, rolesToGive } from "./invitation.ts";
import type { RoleAssignment } from "./organisation.ts";
import type { Person } from "./permissions.ts";

const holding = (...roles: Partial<RoleAssignment>[]): Person => ({
  id: "p",
  name: "HR, Holbæk",
  email: "hr@x.invalid",
  roles: roles.map((role) => ({ role: "editor", organisationId: null, workshopId: null, ...role })),
  boardAccess: new Map(),
});

test("an invitation is open until it is used, withdrawn or seven days old", () => {
  const times = { expiresAt: 100, usedAt: null, revokedAt: null };
  expect(invitationState(times, 99)).toBe("open");
  expect(invitationState(times, 100)).toBe("expired");
  expect(invitationState({ ...times, revokedAt: 5 }, 50)).toBe("revoked");
  expect(invitationState({ ...times, usedAt: 5 }, 200)).toBe("used");
});

test("a kommune's administrator invites to their own kommune only, and not to roles that reach across", () => {
  const administrator = holding({ role: "kommune-admin", organisationId: "0316" });
  expect(rolesToGive(administrator, "0316")).toEqual(["editor", "kommune-admin"]);
  expect(rolesToGive(administrator, "0530")).toEqual([]);
});

test("facilitators and consultants are made by the system administrator alone", () => {
  expect(rolesToGive(holding({ role: "system-admin" }), "kl")).toContain("facilitator");
  expect(rolesToGive(holding({ role: "facilitator", workshopId: "w" }), "0316")).toEqual([]);
  expect(rolesToGive(holding({ role: "editor", organisationId: "0316" }), "0316")).toEqual([]);
});
