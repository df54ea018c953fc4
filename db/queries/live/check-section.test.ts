import { expect, test } from "vitest";
import { workshopOrganisation } from "#db/schema/workshop.ts";
import { addActor, addBoard, addFinding, addInitiative, addMunicipality } from "../../../tests/factories.ts";
import { aLiveWorkshop } from "../../../tests/live-world.ts";
import { readLiveView } from "./view.ts";

function aWorkshopAtTheCheck(itemId: "check" | "break") {
  const agenda = [
    { id: "check", kind: "synergy-check" },
    { id: "break", kind: "break" },
  ] as const;
  const db = aLiveWorkshop(agenda, itemId);
  addMunicipality(db, { id: "0461", name: "Odense" });
  db.insert(workshopOrganisation).values({ workshopId: "w", organisationId: "0461", addedAt: 1 }).run();
  addBoard(db, { id: "odense", workshopId: "w", organisationId: "0461" });
  for (const [id, name] of [
    ["sosu", "SOSU H"],
    ["foa", "FOA"],
  ] as const)
    addActor(db, { id, name });
  for (const boardId of ["holbaek", "varde", "odense"]) {
    addInitiative(db, {
      boardId,
      id: "one",
      actors: { sosu: "to-involve", ...(boardId === "varde" && { foa: "lead" }) },
    });
  }
  addFinding(db, { id: "pair", a: ["holbaek", "one"], b: ["varde", "one"] });
  return db;
}

test("the hall sees how many pairs are answered, and the actors that three kommuner or more count on", async () => {
  const db = aWorkshopAtTheCheck("check");
  const { check } = await readLiveView(db, "w");
  expect(check.now).toEqual({
    total: 1,
    decided: 0,
    pressed: [{ id: "sosu", name: "SOSU H", kommuner: ["Holbæk", "Odense", "Varde"] }],
  });
});

test("what a kommune keeps to itself is not counted, and nothing is while the agenda is elsewhere", async () => {
  const db = aWorkshopAtTheCheck("check");
  db.$client.exec("update board set visibility = 'own' where id = 'varde'");
  expect((await readLiveView(db, "w")).check.now).toMatchObject({ total: 0, pressed: [] });
  expect((await readLiveView(aWorkshopAtTheCheck("break"), "w")).check).toEqual({});
});
