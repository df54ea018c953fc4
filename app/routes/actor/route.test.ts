import { expect, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { mergesInForce } from "#db/queries/actor-stewardship.ts";
import { listAudit } from "#db/queries/audit.ts";
import { addActor, addPerson } from "../../../tests/factories.ts";
import { asking, servicesFor } from "../../../tests/services.ts";
import { action as list } from "../actors/route.tsx";
import { action } from "./route.tsx";

test("what a steward approves, merges and takes apart is written down", async () => {
  const db = openDatabase(":memory:");
  addPerson(db, { id: "steward", roles: [{ role: "steward" }] });
  addActor(db, { id: "sosu-nord" });
  for (const id of ["listed", "sosu-n"]) addActor(db, { id, state: "proposed" });
  const services = await servicesFor(db, "steward");
  const post = (form: Record<string, string>) =>
    action(asking(services, "/actors/sosu-n", { params: { actorId: "sosu-n" }, form }));
  await list(asking(services, "/actors", { form: { intent: "approve", actorId: "listed" } }));
  await post({ intent: "approve" });
  await post({ intent: "approve" });
  await post({ intent: "merge", intoActorId: "sosu-nord" });
  await post({ intent: "merge", intoActorId: "sosu-nord" });
  const [merge] = await mergesInForce(db);
  await post({ intent: "undo", mergeId: merge?.id ?? "" });
  expect(
    (await listAudit(db)).map(({ action: done, subject, personId, detail }) => [done, subject, personId, detail]),
  ).toEqual([
    ["actor-approved", "listed", "steward", undefined],
    ["actor-approved", "sosu-n", "steward", undefined],
    ["actor-merged", "sosu-n", "steward", { into: "sosu-nord" }],
    ["actor-merge-undone", "sosu-n", "steward", undefined],
  ]);
});
