import { expect, test } from "vitest";
import { collectAnswers } from "#db/queries/collected-answers.ts";
import { changeKind, recordAnswer } from "#db/queries/finding-answers.ts";
import type { Answer } from "#domain/finding.ts";
import { addFinding, addInitiative, addPerson, aWorkshopOf, NOW } from "../../tests/factories.ts";

test("decided pairs become labels: confirmed as their kind, dismissed as nothing, another kind as that", async () => {
  const db = aWorkshopOf("holbaek", "billund");
  addPerson(db, { id: "hr" });
  const pairs = ["confirmed", "dismissed", "other-kind", "one-answer", "earlier", "nobody"];
  for (const id of pairs) {
    addInitiative(db, { boardId: "holbaek", id, title: id });
    addInitiative(db, { boardId: "billund", id, title: id });
    addFinding(db, { id, a: ["billund", id], b: ["holbaek", id] });
  }
  const about = { personId: "hr", reason: "Nej", aHash: "a1", bHash: "b1", now: NOW };
  let answers = 0;
  const answer = (findingId: string, organisationId: string, given: Answer) =>
    recordAnswer(db, { ...about, id: `answer-${answers++}`, findingId, organisationId, answer: given });
  await answer("confirmed", "0316", "merge");
  await answer("confirmed", "0530", "meet");
  await answer("dismissed", "0316", "unrelated");
  await answer("one-answer", "0316", "meet");
  await answer("earlier", "0316", "unrelated");
  db.$client.exec("update finding set a_hash = 'a2' where id = 'earlier'");
  await changeKind(db, { ...about, id: "kind", findingId: "other-kind", kind: "learn-from" });
  const collected = await collectAnswers(db);
  expect(collected.pairs.map(({ a, cls }) => [a, cls]).sort()).toEqual([
    ["billund.confirmed", "overlap"],
    ["billund.dismissed", "none"],
    ["billund.other-kind", "learn-from"],
  ]);
  expect(collected.initiatives.map(({ key }) => key).sort()).toEqual(
    ["billund", "holbaek"].flatMap((board) => pairs.slice(0, 3).map((id) => `${board}.${id}`)).sort(),
  );
});
