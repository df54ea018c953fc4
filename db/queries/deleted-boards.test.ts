import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { listAudit } from "#db/queries/audit.ts";
import { roomName } from "#domain/board-doc/wire.ts";
import { restorableUntil } from "#domain/deleted-board.ts";
import { addBoard, addFinding, addInitiative, addPerson, aWorkshopOf, NOW } from "../../tests/factories.ts";
import { boardSubject, boardSubjectByRoom, deletedBoardSubject, listBoards } from "./boards.ts";
import { bringBoardBack, deleteBoard, eraseDeletedBoards, listDeletedBoards } from "./deleted-boards.ts";

const ids = async (db: Database) => (await listBoards(db)).map(({ id }) => id);
const room = (generation: number) => roomName({ boardId: "holbaek", generation });

test("a deleted board is nowhere, and comes back under another room's name", async () => {
  const db = aWorkshopOf("holbaek", "varde");
  expect(await deleteBoard(db, { boardId: "holbaek", now: NOW })).toEqual({ deleted: true });
  expect(await ids(db)).toEqual(["varde"]);
  expect(await boardSubject(db, "holbaek")).toBeNull();
  expect(await boardSubjectByRoom(db, room(1))).toBeNull();
  expect(await deletedBoardSubject(db, "holbaek")).toMatchObject({ id: "holbaek", organisationId: "0316" });
  expect(await deletedBoardSubject(db, "varde")).toBeNull();
  expect(await listDeletedBoards(db, "0316", NOW)).toEqual([
    { id: "holbaek", workshop: { id: "w", title: "w" }, deletedAt: NOW },
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
  const db = aWorkshopOf("holbaek", "varde");
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  expect(await deleteBoard(db, { boardId: "holbaek", now: NOW + 9 })).toEqual({ deleted: false });
  expect((await listDeletedBoards(db, "0316", NOW))[0]?.deletedAt).toBe(NOW);
  expect(await bringBoardBack(db, { boardId: "varde", now: NOW })).toEqual({ back: false, refused: "unknown" });
  expect(await bringBoardBack(db, { boardId: "nowhere", now: NOW })).toEqual({ back: false, refused: "unknown" });
});

test("after thirty days it cannot be brought back and is not listed", async () => {
  const db = aWorkshopOf("holbaek", "varde");
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  const late = restorableUntil(NOW);
  expect(await listDeletedBoards(db, "0316", late - 1)).toHaveLength(1);
  expect(await listDeletedBoards(db, "0316", late)).toEqual([]);
  expect(await bringBoardBack(db, { boardId: "holbaek", now: late })).toEqual({ back: false, refused: "too-late" });
});

test("a board that another has taken the place of stays deleted", async () => {
  const db = aWorkshopOf("holbaek", "varde");
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  addBoard(db, { id: "newer", workshopId: "w", organisationId: "0316" });
  expect(await bringBoardBack(db, { boardId: "holbaek", now: NOW })).toEqual({ back: false, refused: "replaced" });
});

/** Something of the board in every table that can hold something of it. */
function fill(db: Database): void {
  addPerson(db, { id: "hr" });
  for (const boardId of ["holbaek", "varde"]) {
    const tags = { themes: ["onboarding"] };
    addInitiative(db, { boardId, id: "one", title: boardId, tags, actors: { foa: "lead" } });
    const insert = (sql: string) => db.$client.prepare(sql.replaceAll("?", `'${boardId}'`)).run();
    insert("insert into initiative_text (board_id, initiative_id, title, body) values (?, 'one', ?, '')");
    insert("insert into board_update (board_id, at, bytes) values (?, 1, x'00')");
    insert("insert into board_snapshot values (?, 1, x'00', x'00', 1)");
    insert("insert into board_access values (?, 'hr', 'read', 1)");
    insert("insert into board_visit values (?, 'hr', null, 1)");
    insert("insert into field_change values (?, 'one', 'title', 'hr', 1)");
    insert("insert into board_version values ('v' || ?, ?, 1, null, 'automatic', null, x'00')");
    insert("insert into board_event (board_id, initiative_id, started_at, at, fields) values (?, 'one', 1, 1, '[]')");
    insert("insert into comment_thread values ('t' || ?, ?, 'one', 1, null, null)");
    insert("insert into comment values ('c' || ?, 't' || ?, 'hr', 1, ?, null)");
    insert("insert into initiative_origin values ('o' || ?, 'w', ?, 'one', '[]', 0, 1)");
    insert("insert into inbox_notice (person_id, comment_id, reason, at) values ('hr', 'c' || ?, 'mention', 1)");
  }
  addFinding(db, { id: "pair", a: ["holbaek", "one"], b: ["varde", "one"] });
  db.$client.exec("insert into finding_answer values ('a', 'pair', '0573', 'merge', '', 'hr', 'a1', 'b1', 1, null)");
}

/** Tables with a column that names a board, and how many of their rows name this one. */
function namingTables(db: Database, boardId: string): Record<string, number> {
  const columns = db.$client
    .prepare(
      `select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and c.name like '%board_id'`,
    )
    .all() as { table: string; column: string }[];
  const named: Record<string, number> = {};
  for (const { table, column } of columns) {
    const count = db.$client.prepare(`select count(*) from ${table} where ${column} = ?`).pluck().get(boardId);
    named[table] = (named[table] ?? 0) + Number(count);
  }
  return named;
}

test("after thirty days everything of a deleted board is erased, and nothing of others", async () => {
  const db = aWorkshopOf("holbaek", "varde");
  fill(db);
  const before = namingTables(db, "varde");
  for (const [table, rows] of Object.entries(before)) expect(rows, `rows of ${table} before`).toBeGreaterThan(0);
  await deleteBoard(db, { boardId: "holbaek", now: NOW });
  expect(await eraseDeletedBoards(db, restorableUntil(NOW) - 1)).toEqual([]);
  expect(await eraseDeletedBoards(db, restorableUntil(NOW))).toEqual(["holbaek"]);
  for (const [table, rows] of Object.entries(namingTables(db, "holbaek"))) expect(rows, table).toBe(0);
  expect(namingTables(db, "varde")).toEqual({ ...before, finding: 0 });
  for (const table of ["comment", "inbox_notice"]) {
    expect(db.$client.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(1);
  }
  for (const table of ["finding_answer", "initiative_trigram where title = 'holbaek'"]) {
    expect(db.$client.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0);
  }
  expect(db.$client.pragma("foreign_key_check")).toEqual([]);
  expect((await listAudit(db)).map(({ action, subject }) => [action, subject])).toEqual([["board-erased", "holbaek"]]);
});
