import { expect, test } from "vitest";
import { bringBoardBack, deleteBoard } from "#db/queries/deleted-boards.ts";
import { addPerson, addWorkshopOf, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader } from "./activity.ts";

test("a page whose room's name has died is told that the board is gone, also when the board has come back", async () => {
  const db = aWorkshopOf("holbaek");
  addWorkshopOf(db, { id: "earlier", kommuner: ["holbaek"], prefix: "earlier-" });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  const services = await servicesFor(db, "hr");
  const ask = async (query: string) =>
    loader(asking(services, `/boards/holbaek/activity${query}`, { params: { boardId: "holbaek" } }));
  await expect(ask("?room=holbaek.1")).resolves.toMatchObject({ status: 200 });
  await expect(ask("?room=earlier-holbaek.1")).rejects.toMatchObject({ status: 404 });
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  await expect(ask("")).rejects.toMatchObject({ status: 404 });
  await bringBoardBack(db, { boardId: "holbaek", now: NOW });
  await expect(ask("?room=holbaek.1")).rejects.toMatchObject({ status: 404 });
  await expect(ask("?room=holbaek.2")).resolves.toMatchObject({ status: 200 });
});
