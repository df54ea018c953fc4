import { expect, test, vi } from "vitest";
import { addForm, removeForm } from "#db/queries/lexicon-forms.ts";
import { addPerson, NOW } from "../../tests/factories.ts";
import { findings, keepFindings, twoKommuner } from "../../tests/synergy.ts";

// Each test starts a thread, which reads the sources anew.
vi.setConfig({ testTimeout: 30_000 });

test("a form that somebody adds brings a finding about at once and after a start, and is taken back the same way", async () => {
  const people = "For sygeplejersker på plejecentrene.";
  const db = twoKommuner(
    { boardId: "holbaek", title: "Kaffemakker", descriptionText: people, status: "running" },
    { boardId: "billund", title: "Buddyordning", descriptionText: people, status: "running" },
  );
  addPerson(db, { id: "facilitator" });
  const by = { id: "form", personId: "facilitator", now: NOW };
  const form = { facet: "means", conceptId: "buddy-intro", form: "kaffemakker" } as const;
  const { synergy } = await keepFindings(db);
  const before = await findings(db);
  expect(await synergy.findForm(form, new Set(["holbaek"]))).toEqual([{ boardId: "holbaek", initiativeId: "one" }]);
  expect(await synergy.findForm(form, new Set(["billund"]))).toEqual([]);
  await addForm(db, { ...by, ...form });
  await synergy.formsChanged();
  await synergy.settled();
  const [found] = await findings(db);
  expect([found?.kind, found?.strength]).toEqual(["overlap", "strong"]);
  expect(found?.score).toBeGreaterThan(before[0]?.score ?? 0);
  await synergy.stop();
  const again = await keepFindings(db);
  expect((await findings(db)).map(({ id, score }) => [id, score])).toEqual([[found?.id, found?.score]]);
  await removeForm(db, by);
  await again.synergy.formsChanged();
  await again.synergy.settled();
  expect((await findings(db)).map(({ score }) => score)).toEqual(before.map(({ score }) => score));
});
