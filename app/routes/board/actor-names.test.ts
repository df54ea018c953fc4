import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { addActor, addBoard, addMunicipality, addPerson, addWorkshop } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader } from "./actor-names.ts";

async function ask(personId: string, query: string) {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  const workshopId = addWorkshop(db, { id: "workshop", organisationIds: ["0316"] });
  addBoard(db, { id: "board", workshopId, organisationId: "0316", visibility: "own" });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "stranger", roles: [] });
  addActor(db, { id: "sosu-h", name: "SOSU H" });
  const context = await servicesFor(db, personId);
  return loader(asking(context, `/boards/board/actors?${query}`, { params: { boardId: "board" } }));
}

test("names are told for the ids that the registry knows", async () => {
  const answer = await ask("hr", "id=sosu-h&id=nobody");
  expect(await answer.json()).toEqual({ "sosu-h": expect.objectContaining({ name: "SOSU H", type: "school" }) });
});

test("who may not read the board is told nothing", async () => {
  await expect(ask("stranger", "id=sosu-h")).rejects.toMatchObject({ status: 404 });
});
