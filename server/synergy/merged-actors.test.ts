import { expect, test, vi } from "vitest";
import { mergeActors, undoMerge } from "#db/queries/actor-stewardship.ts";
import { recordAnswer } from "#db/queries/finding-answers.ts";
import { addActor, addPerson, NOW } from "../../tests/factories.ts";
import { findings, keepFindings, LEISURE_JOB, POCKET_MONEY, twoKommuner } from "../../tests/synergy.ts";

// Each test starts a thread, which reads the sources anew.
vi.setConfig({ testTimeout: 30_000 });

test("a merge in the registry makes two initiatives share an actor", async () => {
  const world = twoKommuner(
    {
      boardId: "holbaek",
      title: "Elever ud i 7. klasse",
      descriptionText: "SOSU-elever fortæller om faget.",
      actors: { skole: "lead" },
    },
    {
      boardId: "billund",
      title: "Sprogspor for elever",
      descriptionText: "SOSU-elever får dansk.",
      actors: { anden: "lead" },
    },
  );
  addActor(world, { id: "skole", name: "Midtbyens Velfærdsskole" });
  addActor(world, { id: "anden", name: "Velfærdsskolen i Midtbyen" });
  const { synergy } = await keepFindings(world);
  expect(await findings(world)).toEqual([]);
  await mergeActors(world, { id: "m", fromActorId: "anden", intoActorId: "skole", mergedBy: "s", now: NOW });
  await synergy.actorsChanged();
  await synergy.settled();
  expect((await findings(world))[0]?.kind).toBe("shared-actor");
});

test("a merge of actors is no new text: answers hold over an edit of the lane and over a start", async () => {
  const db = twoKommuner(
    { boardId: "holbaek", ...LEISURE_JOB, actors: { anden: "lead" } },
    { boardId: "billund", ...POCKET_MONEY, actors: { anden: "lead" } },
  );
  addActor(db, { id: "skole", name: "Midtbyens Velfærdsskole" });
  addActor(db, { id: "anden", name: "Velfærdsskolen i Midtbyen" });
  const { synergy } = await keepFindings(db);
  const [found] = await findings(db);
  addPerson(db, { id: "hr" });
  const hashes = { aHash: found?.a.hash ?? "", bHash: found?.b.hash ?? "" };
  const answer = { id: "answer", findingId: found?.id ?? "", organisationId: "0316", personId: "hr" };
  await recordAnswer(db, { ...answer, reason: "Andre unge", answer: "unrelated", ...hashes, now: NOW });
  await mergeActors(db, { id: "m", fromActorId: "anden", intoActorId: "skole", mergedBy: "s", now: NOW });
  await synergy.actorsChanged();
  synergy.onProjected({ boardId: "billund", changed: ["one"], removed: [] });
  await synergy.settled();
  const states = async () => (await findings(db)).map(({ decision }) => decision.state);
  expect(await states()).toEqual(["dismissed"]);
  await synergy.stop();
  await keepFindings(db);
  expect(await states()).toEqual(["dismissed"]);
});

test("a merge taken apart parts two initiatives again, also those that were read while it held", async () => {
  const db = twoKommuner(
    {
      boardId: "holbaek",
      title: "Elever ud i 7. klasse",
      descriptionText: "SOSU-elever fortæller om faget.",
      actors: { skole: "lead" },
    },
    {
      boardId: "billund",
      title: "Sprogspor for elever",
      descriptionText: "SOSU-elever får dansk.",
      actors: { anden: "lead" },
    },
  );
  addActor(db, { id: "skole", name: "Midtbyens Velfærdsskole" });
  addActor(db, { id: "anden", name: "Velfærdsskolen i Midtbyen" });
  await mergeActors(db, { id: "m", fromActorId: "anden", intoActorId: "skole", mergedBy: "s", now: NOW });
  const { synergy } = await keepFindings(db);
  expect(await findings(db)).toHaveLength(1);
  await undoMerge(db, { mergeId: "m", now: NOW });
  await synergy.actorsChanged();
  await synergy.settled();
  expect(await findings(db)).toEqual([]);
});
