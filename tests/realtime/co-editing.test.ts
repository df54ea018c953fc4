import { expect, test } from "vitest";
import * as Y from "yjs";
import { differingInitiatives } from "#db/queries/projection.ts";
import { setTitle, tagActor } from "#domain/board-doc/commands.ts";
import { readBoard } from "#domain/board-doc/snapshot.ts";
import { connect, open, saved, startServer } from "../realtime.ts";
import { BOARD } from "../test-world.ts";
import { until } from "../until.ts";

test("two people write in the same title at once and both see both", async () => {
  const server = await startServer();
  const [hr, care] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  hr.add("a", "Elever i hjemmeplejen");
  await until(() => care.titles().length === 1);
  setTitle(hr.doc, "a", "Flere elever i hjemmeplejen");
  setTitle(care.doc, "a", "Elever i hjemmeplejen nu");
  await until(() => hr.titles()[0] === "Flere elever i hjemmeplejen nu" && care.titles()[0] === hr.titles()[0]);
});

test("what is written offline merges on return", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  const care = await connect(server, "care");
  care.provider.disconnect();
  setTitle(care.doc, "a", "Elever og mentorer");
  care.add("b", "Vagtplan");
  tagActor(hr.doc, "a", { actorId: "foa", role: "lead" });
  await saved(hr);
  care.provider.connect();
  await until(() => hr.titles().length === 2);
  await saved(care);
  expect(readBoard(hr.doc)).toEqual(readBoard(care.doc));
  expect(hr.titles()).toEqual(["Elever og mentorer", "Vagtplan"]);
});

test("what is typed before the board has come is kept", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  const care = open(server, "care");
  care.add("b", "Skrevet for tidligt");
  await until(() => hr.titles().length === 2);
  await saved(care);
  expect(care.titles().sort()).toEqual(["Elever", "Skrevet for tidligt"]);
});

test("synced means loaded: whoever comes is told so with the whole board in hand", async () => {
  const server = await startServer({ unloadAfterMs: 50 });
  const hr = await connect(server, "hr");
  for (let index = 0; index < 200; index++) hr.add(`i${index}`);
  await saved(hr);
  hr.leave();
  const visitors = Array.from({ length: 10 }, () => open(server, "care"));
  const seen = await Promise.all(
    visitors.map(
      (visitor) =>
        new Promise<number>((resolve) => visitor.provider.on("sync", () => resolve(visitor.titles().length))),
    ),
  );
  expect(seen).toEqual(Array(10).fill(200));
});

test("rows follow the documents, and say who changed what", async () => {
  const server = await startServer();
  const [hr, care] = await Promise.all([connect(server, "hr"), connect(server, "care")]);
  hr.add("a", "Elever");
  await until(() => care.titles().length === 1);
  setTitle(care.doc, "a", "Elever i hjemmeplejen");
  await saved(care);
  await until(() => server.projected.some(({ changed }) => changed.includes("a")));
  await server.rooms.settle();
  expect(await differingInitiatives(server.db, BOARD)).toEqual([]);
  const changes = server.db.$client.prepare("select field, person_id from field_change order by field").all();
  expect(changes).toEqual([
    { field: "created", person_id: "hr" },
    { field: "title", person_id: "care" },
  ]);
});

test("rows of a board that is written at once are brought up a hundred at a time", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.doc.transact(() => {
    for (let index = 0; index < 250; index++) hr.add(`i${index}`);
  });
  await saved(hr);
  await server.rooms.settle();
  expect(await differingInitiatives(server.db, BOARD)).toEqual([]);
  expect(server.projected.map(({ changed }) => changed.length)).toEqual([100, 100, 50]);
  const { projected_seq, last } = server.db.$client
    .prepare("select projected_seq, (select max(seq) from board_update) as last from board where id = ?")
    .get(BOARD) as { projected_seq: number; last: number };
  expect(projected_seq).toBe(last);
});

test("a change by an action is seen by everybody, and is on disk when it is done", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  await server.rooms.edit(BOARD, "care", (doc) => setTitle(doc, "a", "Mentorer"));
  expect((await server.rooms.snapshot(BOARD))?.initiatives[0]?.title).toBe("Mentorer");
  await until(() => hr.titles()[0] === "Mentorer");
});

test("a change that fails halfway leaves nothing of itself, and nothing of others is lost", async () => {
  const server = await startServer();
  const hr = await connect(server, "hr");
  hr.add("a", "Elever");
  await saved(hr);
  const failing = server.rooms.edit(BOARD, null, (doc) => {
    setTitle(doc, "a", "Halvt");
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  hr.add("b", "Videre");
  await saved(hr);
  const late = await connect(server, "care");
  expect(late.titles()).toEqual(["Elever", "Videre"]);
});

test("an idle room is closed and opens again as it was", async () => {
  const server = await startServer({ unloadAfterMs: 50 });
  const hr = await connect(server, "hr");
  // One at a time: what somebody sends in one turn is one row.
  for (let index = 0; index < 60; index++) {
    hr.add(`i${index}`);
    await saved(hr);
  }
  hr.leave();
  const rows = () => server.db.$client.prepare("select count(*) from board_update").pluck().get();
  await until(() => rows() === 0);
  const back = await connect(server, "hr");
  expect(back.titles()).toHaveLength(60);
  expect(Y.encodeStateVector(back.doc)).toEqual(Y.encodeStateVector(hr.doc));
});
