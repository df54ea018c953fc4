import { expect, test } from "vitest";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { assignTable } from "#db/queries/workshop-tables.ts";
import { addFinding, addInitiative, addPerson, NOW } from "../../../tests/factories.ts";
import { addParticipant, aLiveWorkshop } from "../../../tests/live-world.ts";
import { servicesFor } from "../../../tests/services.ts";
import { pairsFor } from "./pairs.server.ts";

test("a phone has its table's pairs, and those that another kommune has answered and its own has not", async () => {
  const db = aLiveWorkshop([]);
  addParticipant(db, { id: "anna", tableId: "t1" });
  addPerson(db, { id: "eva" });
  for (const id of ["of-table", "asked", "elsewhere"]) {
    for (const boardId of ["holbaek", "varde"]) addInitiative(db, { boardId, id });
    addFinding(db, { id, a: ["holbaek", id], b: ["varde", id] });
  }
  await assignTable(db, { findingId: "of-table", workshopId: "w", tableId: "t1", personId: "eva", now: NOW });
  const hashes = { aHash: "a1", bHash: "b1" };
  const answered = { id: "1", findingId: "asked", answer: "meet", personId: "eva", reason: "", ...hashes } as const;
  expect(await recordAnswer(db, { ...answered, organisationId: "0573", now: NOW })).toMatchObject({ recorded: true });
  const services = await servicesFor(db, "guest-anna");
  const seen = async (tableId: string | null) => {
    const { pairs, waiting } = await pairsFor(services, { workshopId: "w", tableId, organisationId: "0316" });
    return { pairs: pairs.map(({ id }) => id), waiting: waiting.map(({ id }) => id) };
  };
  expect(await seen("t1")).toEqual({ pairs: ["of-table"], waiting: ["asked"] });
  const { pairs } = await pairsFor(services, { workshopId: "w", tableId: "t1", organisationId: "0621" });
  expect(pairs.map(({ isOwn }) => isOwn)).toEqual([false]);
  expect(await seen(null)).toEqual({ pairs: [], waiting: ["asked"] });
});
