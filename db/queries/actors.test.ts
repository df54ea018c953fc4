import { expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.ts";
import { approveActor, mergeActors, mergesInForce, undoMerge } from "#db/queries/actor-stewardship.ts";
import { listActorUses, loadsOf } from "#db/queries/actor-uses.ts";
import { findActorFacts, loadRegistry, proposeActor, suggestActors } from "#db/queries/actors.ts";
import { listBoards } from "#db/queries/boards.ts";
import { addActor, addInitiative, addPerson, addWorkshopOf, NOW } from "../../tests/factories.ts";

function aRegistry(): Database {
  const db = openDatabase(":memory:");
  addPerson(db, { id: "steward" });
  addActor(db, { id: "sosu-h", name: "SOSU H", aliases: ["SOSU C", "SOPU"] });
  addActor(db, { id: "sosu-esbjerg", name: "SOSU Esbjerg" });
  return db;
}
const proposal = (name: string) => ({ id: "new", name, type: "school", now: NOW }) as const;
const merge = (db: Database, fromActorId: string, intoActorId: string) =>
  mergeActors(db, { id: `${fromActorId}-merge`, fromActorId, intoActorId, mergedBy: "steward", now: NOW });

test("an actor is suggested by its former name", async () => {
  const found = await suggestActors(aRegistry(), { query: "sopu", limit: 5 });
  expect(found).toMatchObject([{ entry: { id: "sosu-h" }, alias: "SOPU" }]);
});

test("a new actor is proposed until a steward approves it", async () => {
  const db = aRegistry();
  expect(await proposeActor(db, proposal("  Skolen ved Åen ".normalize("NFD")))).toEqual({ id: "new", created: true });
  expect((await loadRegistry(db)).get("new")).toMatchObject({ name: "Skolen ved Åen", state: "proposed" });
  expect(await approveActor(db, "new")).toBe(true);
  expect(await approveActor(db, "new")).toBe(false);
  expect((await loadRegistry(db)).get("new")?.state).toBe("approved");
});

test("proposing a name that is there brings the entry that has it", async () => {
  const db = aRegistry();
  expect(await proposeActor(db, proposal("sosu-c"))).toEqual({ id: "sosu-h", created: false });
  expect((await loadRegistry(db)).size).toBe(2);
});

test("a merge keeps the old name findable and can be taken apart", async () => {
  const db = aRegistry();
  await proposeActor(db, proposal("Sosu-skolen i Esbjerg"));
  expect(await merge(db, "new", "sosu-esbjerg")).toEqual({ merged: true });
  expect(await suggestActors(db, { query: "sosu skolen i", limit: 5 })).toMatchObject([
    { entry: { id: "sosu-esbjerg" }, alias: "Sosu-skolen i Esbjerg" },
  ]);
  const [inForce] = await mergesInForce(db);
  expect(inForce).toMatchObject({ fromActorId: "new", mergedBy: "steward" });
  expect(await undoMerge(db, { mergeId: "new-merge", now: NOW })).toBe(true);
  expect(await undoMerge(db, { mergeId: "new-merge", now: NOW })).toBe(false);
  expect((await loadRegistry(db)).get("new")).toMatchObject({ state: "proposed", mergedInto: null });
  expect(await mergesInForce(db)).toEqual([]);
});

test("a merge that would go in a circle or nowhere is refused", async () => {
  const db = aRegistry();
  expect(await merge(db, "sosu-h", "sosu-h")).toEqual({ merged: false, refused: "same" });
  expect(await merge(db, "sosu-h", "nobody")).toEqual({ merged: false, refused: "unknown" });
  await merge(db, "sosu-h", "sosu-esbjerg");
  expect(await merge(db, "sosu-esbjerg", "sosu-h")).toEqual({ merged: false, refused: "already-merged" });
});

test("uses count once per initiative, through merges, and only on boards that may be read", async () => {
  const db = aRegistry();
  addActor(db, { id: "proposal", name: "Esbjerg SOSU-skole" });
  addWorkshopOf(db, { id: "w", kommuner: ["varde", "billund"] });
  addInitiative(db, { boardId: "varde", id: "a", actors: { proposal: "lead", "sosu-esbjerg": "contributor" } });
  addInitiative(db, { boardId: "varde", id: "gone", binnedAt: NOW, actors: { "sosu-esbjerg": "lead" } });
  addInitiative(db, { boardId: "billund", id: "b", actors: { "sosu-esbjerg": "lead", "unknown-actor": "lead" } });
  await merge(db, "proposal", "sosu-esbjerg");
  const boards = await listBoards(db);
  const registry = await loadRegistry(db);
  const uses = await listActorUses(db, boards, registry);
  expect(uses.map(({ actorId, initiativeId }) => [actorId, initiativeId])).toEqual([
    ["sosu-esbjerg", "a"],
    ["sosu-esbjerg", "b"],
  ]);
  expect(loadsOf(uses, boards).get("sosu-esbjerg")).toEqual({ initiatives: 2, organisationIds: ["0573", "0530"] });
  const varde = boards.filter(({ id }) => id === "varde");
  expect(await listActorUses(db, varde, registry)).toHaveLength(1);
});

test("facts of an actor that is unknown are null", async () => {
  const db = aRegistry();
  expect(await findActorFacts(db, "sosu-h")).toMatchObject({ domain: null, createdAt: NOW });
  expect(await findActorFacts(db, "nobody")).toBeNull();
});
