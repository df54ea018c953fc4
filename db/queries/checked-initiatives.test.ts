import { expect, test } from "vitest";
import { mergeActors } from "#db/queries/actor-stewardship.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { contentHash } from "#domain/synergy/content-hash.ts";
import { addActor, addInitiative, aWorkshopOf, NOW } from "../../tests/factories.ts";
import { readCheckedPage } from "./checked-initiatives.ts";

test("a merge of actors changes whom a tag means and not what the text is", async () => {
  const db = aWorkshopOf("holbaek");
  addActor(db, { id: "sosu-nord", name: "SOSU Nord" });
  addActor(db, { id: "sosu-n", name: "SOSU N" });
  addInitiative(db, { boardId: "holbaek", id: "one", actors: { "sosu-n": "lead" } });
  const read = async () => {
    const page = await readCheckedPage(db, await loadRegistry(db), { after: null, size: 10 });
    return page.initiatives.map((one) => ({ names: one.actors.map(({ name }) => name), hash: contentHash(one) }));
  };
  const [before] = await read();
  await mergeActors(db, { id: "m", fromActorId: "sosu-n", intoActorId: "sosu-nord", mergedBy: "s", now: NOW });
  expect(await read()).toEqual([{ names: ["SOSU Nord"], hash: before?.hash }]);
});
