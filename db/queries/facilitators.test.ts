import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { createInvitation, findInvitation } from "#db/queries/invitations.ts";
import { loadPerson } from "#db/queries/people.ts";
import { addPerson, addWorkshop, NOW } from "../../tests/factories.ts";
import { endFacilitator, listFacilitators } from "./facilitators.ts";

test("a facilitator's role ends in one workshop, with the links made for it; the last one's does not", async () => {
  const db = openDatabase(":memory:");
  for (const id of ["w", "other"]) addWorkshop(db, { id, organisationIds: [] });
  const both = ["w", "other"].map((workshopId) => ({ role: "facilitator" as const, workshopId }));
  addPerson(db, { id: "leaving", roles: both });
  addPerson(db, { id: "staying", roles: [{ role: "facilitator", workshopId: "w" }] });
  for (const workshopId of ["w", "other"]) {
    const link = { id: workshopId, tokenHash: workshopId, role: "facilitator", organisationId: null } as const;
    await createInvitation(db, { ...link, workshopId, note: null, invitedBy: "leaving", now: NOW });
  }
  const end = (personId: string) => endFacilitator(db, { workshopId: "w", personId, endedBy: "staying", now: NOW });
  expect(await end("leaving")).toEqual({ ended: true });
  expect((await loadPerson(db, "leaving"))?.roles).toMatchObject([{ workshopId: "other" }]);
  expect((await findInvitation(db, "w"))?.revokedAt).toBe(NOW);
  expect((await findInvitation(db, "other"))?.revokedAt).toBeNull();
  expect(await end("leaving")).toEqual({ refused: "unknown" });
  expect(await end("staying")).toEqual({ refused: "last-facilitator" });
  expect((await listFacilitators(db, "w")).map(({ id }) => id)).toEqual(["staying"]);
});
