import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { addActor, addMunicipality, addPerson } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action, loader } from "./route.ts";

function aRegistry(): Database {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "guest", roles: [{ role: "guest" }] });
  addActor(db, { id: "sosu-h", name: "SOSU H", aliases: ["SOPU"] });
  return db;
}

test("`sos` finds SOSU H, and so does a former name", async () => {
  const context = await servicesFor(aRegistry(), "hr");
  const suggested = async (query: string) =>
    (await loader(asking(context, `/actors/suggest?q=${query}`)).then((answer) => answer.json())).suggestions;
  const sosu = { id: "sosu-h", name: "SOSU H", type: "school", isNew: false, alias: null, isWhole: false };
  expect(await suggested("sos")).toEqual([sosu]);
  expect(await suggested("sopu")).toEqual([{ ...sosu, alias: "SOPU", isWhole: true }]);
});

test("a new actor needs name and type only, is marked as new, and who proposed it is written down", async () => {
  const db = aRegistry();
  const context = await servicesFor(db, "hr");
  const form = { name: " Lokal Ungdomsskole ", type: "school" };
  const answer = await action(asking(context, "/actors/suggest", { form }));
  expect(await answer.json()).toMatchObject({
    created: true,
    actor: { name: "Lokal Ungdomsskole", isNew: true },
  });
  await action(asking(context, "/actors/suggest", { form }));
  expect(await listAudit(db)).toMatchObject([{ action: "actor-proposed", personId: "hr" }]);
});

test("a new actor without a name is refused", async () => {
  const context = await servicesFor(aRegistry(), "hr");
  const refused = await action(asking(context, "/actors/suggest", { form: { name: " ", type: "school" } }));
  expect(refused.status).toBe(422);
});

test("a guest proposes nothing", async () => {
  const context = await servicesFor(aRegistry(), "guest");
  const asked = asking(context, "/actors/suggest", { form: { name: "Ny", type: "school" } });
  await expect(action(asked)).rejects.toMatchObject({ status: 404 });
});
