import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import * as commands from "#domain/board-doc/commands.ts";
import { type BoardDoc, encodeDocument, openDocument } from "#domain/board-doc/document.ts";
import { observeBoard } from "#domain/board-doc/observe.ts";
import { anyStep, type Step } from "../../tests/board-steps.ts";
import { aWorkshopOf } from "../../tests/factories.ts";
import { appendUpdates } from "./board-log.ts";
import { type Change, CREATED } from "./initiative-rows.ts";
import { differingInitiatives, projectChanges, rebuildProjection } from "./projection.ts";
import { indexStaleText } from "./search.ts";

const BOARD = "holbaek";

const TABLES = ["initiative", "initiative_tag", "initiative_actor", "field_change"];
const rows = (db: Database) => [
  ...TABLES.map((table) => db.$client.prepare(`select * from ${table} order by 1, 2, 3, 4`).all()),
  db.$client.prepare("select initiative_id, title, body from initiative_text order by 1").all(),
];

/** Projects after each step what the step changed, as the rooms do. */
async function projectSteps(db: Database, steps: readonly Step[]): Promise<void> {
  const doc = openDocument({ state: null, updates: [] });
  let at = 0;
  let changes = new Map<string, Map<string, Change>>();
  observeBoard(doc, (change) => {
    changes = new Map(
      [...change].map(([initiativeId, fields]) => [
        initiativeId,
        new Map([...fields].map((field) => [field === "whole" ? CREATED : field, { personId: "p", at }])),
      ]),
    );
  });
  for (const apply of steps) {
    at++;
    changes = new Map();
    apply(doc);
    await projectChanges(db, [{ boardId: BOARD, doc, seq: at, changes }]);
  }
  await appendUpdates(db, [{ boardId: BOARD, personId: "p", at, bytes: encodeDocument(doc) }]);
}

test("rows kept up step by step are those that a rebuild writes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), async (steps) => {
      const db = aWorkshopOf(BOARD);
      await projectSteps(db, steps);
      expect(await differingInitiatives(db, BOARD)).toEqual([]);
      await indexStaleText(db, 100);
      const before = rows(db);
      await rebuildProjection(db, BOARD);
      await indexStaleText(db, 100);
      expect(rows(db)).toEqual(before);
      db.$client.close();
    }),
    { numRuns: 15 },
  );
});

test("a row, tag or actor that is not what the document says is found, and put right by a rebuild", async () => {
  const db = aWorkshopOf(BOARD);
  await projectSteps(db, [
    (doc) =>
      commands.addInitiative(doc, { id: "a", title: "A", status: "idea", actors: [{ actorId: "foa", role: "lead" }] }),
    (doc) => commands.addInitiative(doc, { id: "b", title: "B", status: "idea", tags: { chainLinks: ["onboarding"] } }),
  ]);
  db.$client.exec("update initiative_actor set role = 'informed'; delete from initiative_tag");
  expect(await differingInitiatives(db, BOARD)).toEqual(["a", "b"]);
  db.$client.exec(
    "update initiative set title = 'X'; insert into initiative (board_id, id, title, description_text, snapshot, status, sort_order, created_at, updated_at) select board_id, 'z', title, description_text, snapshot, status, sort_order, created_at, updated_at from initiative where id = 'a'",
  );
  expect(await differingInitiatives(db, BOARD)).toEqual(["a", "b", "z"]);
  await rebuildProjection(db, BOARD);
  expect(await differingInitiatives(db, BOARD)).toEqual([]);
});

test("who changed what, when it came and when it last changed are kept", async () => {
  const db = aWorkshopOf(BOARD);
  await projectSteps(db, [
    (doc) => commands.addInitiative(doc, { id: "a", title: "A", status: "idea" }),
    (doc) => commands.setTitle(doc, "a", "AB"),
  ]);
  const [row] = db.$client.prepare("select created_at, updated_at, updated_by from initiative").all();
  expect(row).toEqual({ created_at: 1, updated_at: 2, updated_by: "p" });
});

test("text is indexed once it has changed, and not when something else has", async () => {
  const db = aWorkshopOf(BOARD);
  const steps = [
    (doc: BoardDoc) => commands.addInitiative(doc, { id: "a", title: "Elever", status: "idea" }),
    (doc: BoardDoc) => commands.setTitle(doc, "a", "Mentorer"),
    (doc: BoardDoc) => commands.addTag(doc, "a", { field: "chainLinks", tagId: "onboarding" }),
  ];
  const waiting: number[] = [];
  const doc = openDocument({ state: null, updates: [] });
  let changes: Parameters<typeof projectChanges>[1][number]["changes"] = new Map();
  observeBoard(doc, (change) => {
    const notes = new Map<string, Change>();
    changes = new Map([...change.keys()].map((initiativeId) => [initiativeId, notes]));
  });
  for (const [seq, apply] of steps.entries()) {
    apply(doc);
    await projectChanges(db, [{ boardId: BOARD, doc, seq, changes }]);
    waiting.push(await indexStaleText(db, 100));
  }
  expect(waiting).toEqual([1, 1, 0]);
  expect(db.$client.prepare("select title from initiative_text").pluck().all()).toEqual(["mentorer"]);
});
