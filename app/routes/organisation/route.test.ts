import { expect, test, vi } from "vitest";
import type { Services } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { listBoards } from "#db/queries/boards.ts";
import { addBoard, addInitiative, addPerson, aWorkshopOf, NOW } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action, loader } from "./route.tsx";

function world(): Database {
  const db = aWorkshopOf("holbaek", "varde");
  addInitiative(db, { boardId: "holbaek", id: "one" });
  addPerson(db, { id: "admin", roles: [{ role: "kommune-admin", organisationId: "0316" }] });
  addPerson(db, { id: "editor", roles: [{ role: "editor", organisationId: "0316" }] });
  addPerson(db, { id: "operator", roles: [{ role: "system-admin" }] });
  return db;
}

async function asker(db: Database, personId: string) {
  const services = await servicesFor(db, personId);
  const rooms = { settle: vi.fn(async () => undefined), boardGone: vi.fn(), accessChanged: vi.fn() };
  const synergy = { ...services.synergy, boardChanged: vi.fn(async () => undefined) };
  return { ...services, rooms: rooms as unknown as Services["rooms"], synergy };
}

const holbaek = { organisationId: "0316" };
const post = async (services: Services, form: Record<string, string>) =>
  action(asking(services, "/organisations/0316", { params: holbaek, form }));
const open = async (services: Services, query = "") =>
  loader(asking(services, `/organisations/0316${query}`, { params: holbaek }));
const boardIds = async (db: Database) => (await listBoards(db)).map(({ id }) => id);

test("an administrator is told what happens, deletes the board, and brings it back", async () => {
  const db = world();
  const admin = await asker(db, "admin");
  expect((await open(admin)).deleting).toBeNull();
  // One was written a moment ago.
  vi.mocked(admin.rooms.settle).mockImplementationOnce(async () => {
    addInitiative(db, { boardId: "holbaek", id: "two" });
  });
  expect((await open(admin, "?delete=holbaek")).deleting).toMatchObject({ id: "holbaek", initiatives: 2 });

  await post(admin, { intent: "delete-board", boardId: "holbaek" });
  expect(await boardIds(db)).toEqual(["varde"]);
  expect(admin.rooms.boardGone).toHaveBeenCalledWith("holbaek");
  expect(admin.synergy.boardChanged).toHaveBeenCalledWith("holbaek");
  const { boards, deletedBoards } = await open(admin);
  expect(boards).toEqual([]);
  expect(deletedBoards).toMatchObject([{ id: "holbaek", deletedAt: NOW }]);

  await post(admin, { intent: "delete-board", boardId: "holbaek" });
  await post(admin, { intent: "bring-board-back", boardId: "holbaek" });
  expect(await boardIds(db)).toEqual(["holbaek", "varde"]);
  expect((await listAudit(db)).map(({ action: done, subject, personId }) => [done, subject, personId])).toEqual([
    ["board-deleted", "holbaek", "admin"],
    ["board-brought-back", "holbaek", "admin"],
  ]);
});

test.each(["editor", "operator"])("%s neither deletes a board, nor sees or brings back a deleted one", async (who) => {
  const db = world();
  const asking = await asker(db, who);
  expect((await open(asking, "?delete=holbaek")).deleting).toBeNull();
  await expect(post(asking, { intent: "delete-board", boardId: "holbaek" })).rejects.toMatchObject({ status: 404 });
  await post(await asker(db, "admin"), { intent: "delete-board", boardId: "holbaek" });
  expect((await open(asking)).deletedBoards).toEqual([]);
  await expect(post(asking, { intent: "bring-board-back", boardId: "holbaek" })).rejects.toMatchObject({ status: 404 });
});

test("a board of another organisation is none of this page's", async () => {
  const db = world();
  const both = [
    { role: "kommune-admin", organisationId: "0316" },
    { role: "kommune-admin", organisationId: "0573" },
  ] as const;
  addPerson(db, { id: "both", roles: [...both] });
  const person = await asker(db, "both");
  for (const intent of ["delete-board", "set-visibility"]) {
    const posted = post(person, { intent, boardId: "varde", visibility: "all" });
    await expect(posted).rejects.toMatchObject({ status: 404 });
  }
  expect(await boardIds(db)).toContain("varde");
});

test("a board that cannot come back is said so, and stays deleted", async () => {
  const db = world();
  const admin = await asker(db, "admin");
  await post(admin, { intent: "delete-board", boardId: "holbaek" });
  addBoard(db, { id: "newer", workshopId: "w", organisationId: "0316" });
  const answer = await post(admin, { intent: "bring-board-back", boardId: "holbaek" });
  expect(answer).toMatchObject({ init: { status: 422 }, data: { boardRefused: expect.stringContaining("tavle") } });
});
