import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { addPerson, addWorkshopOf } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action, loader } from "./route.ts";

function aWorkshop(): Database {
  const db = openDatabase(":memory:");
  addWorkshopOf(db, { id: "w", kommuner: ["holbaek", "billund"] });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "facilitator", roles: [{ role: "facilitator", workshopId: "w" }] });
  return db;
}

async function asked(db: Database, personId: string, intent: string) {
  const services = await servicesFor(db, personId);
  const done: string[] = [];
  const synergy = { ...services.synergy, stopCheck: () => done.push("stop"), beginCheck: () => done.push("begin") };
  const form = { intent, returnTo: "/workshops/w/findings?order=value" };
  const answer = await action(asking({ ...services, synergy }, "/check/progress", { form })).catch(
    (refusal: Response) => refusal,
  );
  return { done, status: answer.status, to: answer.headers.get("Location") };
}

test("a facilitator stops the check and begins it again, which is written down; others find no such thing", async () => {
  const db = aWorkshop();
  const to = "/workshops/w/findings?order=value";
  expect(await asked(db, "facilitator", "stop")).toEqual({ done: ["stop"], status: 303, to });
  expect(await asked(db, "facilitator", "begin")).toEqual({ done: ["begin"], status: 303, to });
  expect(await asked(db, "hr", "stop")).toMatchObject({ done: [], status: 404 });
  expect(await asked(db, "facilitator", "hurry")).toMatchObject({ done: [], status: 400 });
  expect((await listAudit(db)).map((entry) => [entry.action, entry.personId])).toEqual([
    ["check-stopped", "facilitator"],
    ["check-begun", "facilitator"],
  ]);
});

test("whoever is signed in may ask how far it is", async () => {
  const services = await servicesFor(aWorkshop(), "hr");
  const progress = { compared: 25, total: 3920, isStopped: false };
  const synergy = { ...services.synergy, progress: () => progress };
  const answer = loader(asking({ ...services, synergy }, "/check/progress"));
  expect(await answer.json()).toEqual({ progress });
});
