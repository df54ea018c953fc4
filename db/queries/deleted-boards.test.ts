import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { roomName } from "#domain/board-doc/wire.ts";
import { restorableUntil } from "#domain/deleted-board.ts";
import { addBoard, addMunicipality, addWorkshop, NOW } from "../../tests/factories.ts";
import { boardSubject, boardSubjectByRoom, deletedBoardSubject, listBoards } from "./boards.ts";
import { bringBoardBack, deleteBoard, listDeletedBoards } from "./deleted-boards.ts";

function world(): Database {
  const db = openDatabase(":memory:");
  addMunicipality(db, { id: "0316", name: "Holbæk" });
  addMunicipality(db, { id: "0573", name: "Varde" });
  addWorkshop(db, { id: "w", title: "Rekruttering", organisationIds: ["0316", "0573"] });
  addBoard(db, { id: "holbaek", workshopId: "w", organisationId: "0316" });
  addBoard(db, { id: "varde", workshopId: "w", organisationId: "0573" });
  return db;
}
const ids = async (db: Database) => (await listBoards(db)).map(({ id }) => id);
const room = (generation: number) => roomName({ boardId: "holbaek", generation });

test("a deleted board is nowhere, and comes back under another room's name", async () => {
  const db = world();
  expect(await deleteBoard(db, { boardId: "holbaek", now: NOW })).toEqual({ deleted: true });
  expect(await ids(db)).toEqual(["varde"]);
  expect(await boardSubject(db, "holbaek")).toBeNull();
  expect(await boardSubjectByRoom(db, room(1))).toBeNull();
  expect(await deletedBoardSubject(db, "holbaek")).toMatchObject({ id: "holbaek", organisationId: "0316" });
  expect(await deletedBoardSubject(db, "varde")).toBeNull();
  expect(await listDeletedBoards(db, "0316", NOW)).toEqual([
    { id: "holbaek", workshop: { id: "w", title: "Rekruttering" }, deletedAt: NOW },
  ]);
  expect(await listDeletedBoards(db, "0573", NOW)).toEqual([]);

  expect(await bringBoardBack(db, { boardId: "holbaek", now: NOW + 1 })).toEqual({ back: true });
  expect(await ids(db)).toEqual(["holbaek", "varde"]);
  expect(await listDeletedBoards(db, "0316", NOW)).toEqual([]);
  expect(await boardSubjectByRoom(db, room(1))).toBeNull();
  const [back] = await listBoards(db);
  expect(await boardSubjectByRoom(db, back?.room ?? "")).not.toBeNull();
});

test("deleting twice deletes once, and what is not deleted cannot come back", async () => {
  const db = world();
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  expect(await deleteBoard(db, { boardId: "holbaek", now: NOW + 9 })).toEqual({ deleted: false });
  expect((await listDeletedBoards(db, "0316", NOW))[0]?.deletedAt).toBe(NOW);
  expect(await bringBoardBack(db, { boardId: "varde", now: NOW })).toEqual({ back: false, refused: "unknown" });
  expect(await bringBoardBack(db, { boardId: "nowhere", now: NOW })).toEqual({ back: false, refused: "unknown" });
});

test("after thirty days it cannot be brought back and is not listed", async () => {
  const db = world();
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  const late = restorableUntil(NOW);
  expect(await listDeletedBoards(db, "0316", late - 1)).toHaveLength(1);
  expect(await listDeletedBoards(db, "0316", late)).toEqual([]);
  expect(await bringBoardBack(db, { boardId: "holbaek", now: late })).toEqual({ back: false, refused: "too-late" });
});

test("a board that another has taken the place of stays deleted", async () => {
  const db = world();
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  addBoard(db, { id: "newer", workshopId: "w", organisationId: "0316" });
  expect(await bringBoardBack(db, { boardId: "holbaek", now: NOW })).toEqual({ back: false, refused: "replaced" });
});
