import { expect, test, vi } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import { type Database, openDatabase } from "#db/client.ts";
import { addMunicipality, addPerson, addWorkshop } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action, loader } from "./route.tsx";

function world(): Database {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addWorkshop(db, { id: "w", organisationIds: ["0316"] });
  for (const id of ["first", "second"]) addPerson(db, { id, roles: [{ role: "facilitator", workshopId: "w" }] });
  return db;
}

async function asker(db: Database, personId: string) {
  const accessChanged = vi.fn();
  return { ...(await servicesFor(db, personId)), rooms: { accessChanged } as unknown as Services["rooms"] };
}
const at = { params: { workshopId: "w" } };
const post = (services: Services, form: Record<string, string>) =>
  action(asking(services, "/workshops/w/participants", { ...at, form }));
const open = (services: Services) => loader(asking(services, "/workshops/w/participants?remove=0316", at));

test("a kommune is taken out after a question, and open pages are asked again who may be there", async () => {
  const first = await asker(world(), "first");
  expect((await open(first)).removing).toBe("0316");
  await post(first, { intent: "remove-organisation", organisationId: "0316" });
  expect((await open(first)).participants).toEqual([]);
  expect(first.rooms.accessChanged).toHaveBeenCalledOnce();
});

test("whoever ends their own role is led away from the page, and the last facilitator stays", async () => {
  const db = world();
  const first = await asker(db, "first");
  const answer = await post(first, { intent: "end-facilitating", personId: "first" });
  expect((answer as Response).headers.get("Location")).toBe("/workshops");
  expect(first.rooms.accessChanged).toHaveBeenCalledOnce();
  const refused = await post(await asker(db, "second"), { intent: "end-facilitating", personId: "second" });
  expect(refused).toMatchObject({ init: { status: 422 }, data: { notEnded: expect.stringContaining("facilitator") } });
});
