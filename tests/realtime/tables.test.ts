/** Eight tables, each at its kommune's board, five people at each, all as fast as they can. */
import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Database, openDatabase } from "#db/client.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { addInitiative } from "#domain/board-doc/commands.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { roomName } from "#domain/board-doc/wire.ts";
import { anyStep } from "../board-steps.ts";
import { addBoard, addMunicipality, NOW } from "../factories.ts";
import { connect, saved, startServer, type TestClient } from "../realtime.ts";
import { addTestWorld, WORKSHOP } from "../test-world.ts";
import { until } from "../until.ts";

const BOARDS = Array.from({ length: 8 }, (_, table) => `table-${table}`);
const EDITORS = 5;
const EDITS = 200;

/** `hr` and `care` write on all eight boards. */
function theHall(): Database {
  const db = openDatabase(":memory:");
  addTestWorld(db);
  for (const id of BOARDS) {
    const organisationId = addMunicipality(db, { id: `org-${id}`, name: id });
    addBoard(db, { id, workshopId: WORKSHOP, organisationId });
    for (const personId of ["hr", "care"]) {
      const role = { id: `${personId}-${id}`, personId, role: "editor", organisationId, createdAt: NOW } as const;
      db.insert(roleAssignment).values(role).run();
    }
  }
  return db;
}

/** Everything that a client holds: what the page shows, and which writes it has of whom. */
const printOf = ({ doc }: TestClient): string =>
  createHash("sha256")
    .update(JSON.stringify(readBoard(doc)))
    .update(Y.encodeStateVector(doc))
    .digest("hex");

/** Each of them does what people do, without waiting for anybody. */
async function writeAll(editors: readonly TestClient[], seed: number): Promise<void> {
  const steps = fc.sample(anyStep, { seed, numRuns: EDITORS * EDITS });
  for (const [index, step] of steps.entries()) {
    const editor = editors[index % EDITORS];
    if (editor !== undefined) step(editor.doc);
    if (index % EDITORS === 0) await turn();
  }
}

test("A24 five editors at each of eight tables write at full speed, and all at a table end with the same document", {
  timeout: 60_000,
}, async () => {
  const server = await startServer({ db: theHall() });
  const tables = await Promise.all(
    BOARDS.map((boardId) =>
      Promise.all(
        Array.from({ length: EDITORS }, (_, index) =>
          connect(server, index % 2 === 0 ? "hr" : "care", { room: roomName({ boardId, generation: 1 }) }),
        ),
      ),
    ),
  );
  for (const [editor] of tables) {
    for (const id of ["a", "b", "c", "d"]) if (editor) addInitiative(editor.doc, { id, title: id, status: "idea" });
  }
  await Promise.all(tables.map((editors, seed) => writeAll(editors, seed + 1)));
  for (const [table, editors] of tables.entries()) {
    for (const editor of editors) await saved(editor);
    await until(() => new Set(editors.map(printOf)).size === 1, 20_000);
    // Everybody's writes are in it: nobody was left out of what the others agree on.
    const writers = Y.decodeStateVector(Y.encodeStateVector((editors[0] as TestClient).doc));
    for (const { doc } of editors) expect(writers.get(doc.clientID)).toBeGreaterThan(0);
    expect(await server.rooms.snapshot(BOARDS[table] ?? "")).toEqual(readBoard((editors[0] as TestClient).doc));
  }
});
