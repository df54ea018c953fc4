import { expect, test } from "vitest";
import { workshopRun } from "#db/schema/live.ts";
import { NOW } from "../../../tests/factories.ts";
import { addParticipant, aLiveWorkshop } from "../../../tests/live-world.ts";
import { openWorkshopOf } from "./participants.ts";

test("somebody who has joined finds back to the workshop while it is open; nobody else does", () => {
  const db = aLiveWorkshop([]);
  addParticipant(db, { id: "anna" });
  expect(openWorkshopOf(db, "guest-anna")).toBe("w");
  expect(openWorkshopOf(db, "facilitator")).toBeNull();
  db.update(workshopRun).set({ closedAt: NOW }).run();
  expect(openWorkshopOf(db, "guest-anna")).toBeNull();
});
