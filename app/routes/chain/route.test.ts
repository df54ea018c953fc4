import { expect, test } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import { setVisibility } from "#db/queries/boards.ts";
import { addInitiative, addPerson, aWorkshopOf } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { loader } from "./route.tsx";

function aWorkshop() {
  const db = aWorkshopOf("holbaek", "billund", "varde");
  addInitiative(db, { boardId: "holbaek", id: "tagged", tags: { chainLinks: ["placement"] } });
  addInitiative(db, { boardId: "holbaek", id: "read" });
  addInitiative(db, { boardId: "varde", id: "closed", tags: { chainLinks: ["awareness"] } });
  addPerson(db, { id: "hr", roles: [{ role: "editor", organisationId: "0316" }] });
  return db;
}

test("a link stands where it is tagged, else where the check reads it; an idea begins on one's own board only", async () => {
  const db = aWorkshop();
  await setVisibility(db, "varde", "own");
  const services = await servicesFor(db, "hr");
  const chainLinks: Services["synergy"]["chainLinks"] = async (places) =>
    places.map(({ initiativeId }) => (initiativeId === "read" ? ["awareness"] : []));
  const { page } = await loader(asking({ ...services, synergy: { ...services.synergy, chainLinks } }, "/chain"));
  expect(page?.kommuner.map(({ name }) => name)).toEqual(["Billund", "Holbæk"]);
  const holbaek = page?.chains.find(({ id }) => id === "0316");
  expect(holbaek?.stations.map((at) => at.map(({ initiativeId, isRead }) => [initiativeId, isRead]))).toEqual([
    [["read", true]],
    [],
    [],
    [["tagged", false]],
    [],
    [],
  ]);
  expect(page?.reading).toMatchObject({ broken: 2, reach: [1, 0, 0, 1, 0, 0] });
  expect(page?.ideaBoards).toEqual({ "0316": "holbaek" });
});

test("the address chooses workshop and kommune, and what it may not name is left out", async () => {
  const db = aWorkshop();
  const open = async (search: string) => (await loader(asking(await servicesFor(db, "hr"), `/chain${search}`))).page;
  expect((await open("?workshop=w&municipality=0316"))?.chosen?.name).toBe("Holbæk");
  expect((await open("?workshop=none&municipality=0101"))?.chosen).toBeNull();
});
