import { expect, test } from "vitest";
import * as Y from "yjs";
import { addInitiative, addTag, insertInitiatives, moveInitiatives, setTitle, tagActor } from "./commands.ts";
import { redoOwnStep, trackOwnSteps, undoOwnStep } from "./own-undo.ts";
import { richTextFromPlain, writeRichText } from "./rich-text.ts";
import { ensureDescription, initiativeOf, initiativesOf } from "./schema.ts";
import { readBoard, readInitiative } from "./snapshot.ts";
import { checkUpdate } from "./update-check.ts";

const NOW = 1_000;

/** Two people on one board: the first has an undo of their own. */
function twoPeople() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const undo = trackOwnSteps(mine, 0);
  const exchange = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)), "remote");
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)), "remote");
  };
  return { mine, theirs, undo, exchange };
}

const onBoard = (doc: Y.Doc) =>
  readBoard(doc)
    .initiatives.filter(({ binnedAt }) => binnedAt === null)
    .map(({ title }) => title);

function describe(doc: Y.Doc, id: string, text: string): void {
  const initiative = initiativeOf(doc, id);
  if (initiative !== null) doc.transact(() => writeRichText(ensureDescription(initiative), richTextFromPlain(text)));
}

test("taking back an added card that a colleague has written in puts it into the bin with what they wrote", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  addInitiative(mine, { id: "i1", title: "Makkerpar", status: "idea" });
  exchange();
  describe(theirs, "i1", "Skrevet af en kollega");
  exchange();
  expect(undoOwnStep(mine, undo, NOW)).toEqual(["i1"]);
  exchange();
  for (const doc of [mine, theirs]) {
    expect(onBoard(doc)).toEqual([]);
    expect(readInitiative(doc, "i1")).toMatchObject({ binnedAt: NOW, descriptionText: "Skrevet af en kollega" });
  }
});

test("taking back a move that a colleague's move came in between leaves the card in a lane, for all", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  // Of two who move a card at once, the one with the greater id wins.
  mine.clientID = 2;
  theirs.clientID = 1;
  addInitiative(mine, { id: "i1", title: "Makkerpar", status: "idea" });
  exchange();
  moveInitiatives(mine, ["i1"], { lane: "running" });
  moveInitiatives(theirs, ["i1"], { lane: "trial" });
  exchange();
  const before = readInitiative(theirs, "i1");
  expect(before).toMatchObject({ status: "running" });
  const updates: Uint8Array[] = [];
  mine.on("update", (update) => updates.push(update));
  undoOwnStep(mine, undo, NOW);
  expect(updates.map((update) => checkUpdate(theirs, update).ok)).toEqual([true]);
  exchange();
  for (const doc of [mine, theirs]) expect(readInitiative(doc, "i1")).toMatchObject({ status: "idea" });
  redoOwnStep(mine, undo);
  exchange();
  for (const doc of [mine, theirs]) expect(readInitiative(doc, "i1")).toEqual(before);
});

test("of an inserted list the cards that nobody else has touched go, and redo brings all of them back", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  addInitiative(mine, { id: "before", title: "Før", status: "idea" });
  undo.stopCapturing();
  insertInitiatives(
    mine,
    ["a", "b", "c"].map((id) => ({ id, title: id, status: "idea" })),
  );
  exchange();
  tagActor(theirs, "b", { actorId: "foa", role: "lead" });
  exchange();
  expect(undoOwnStep(mine, undo, NOW)).toEqual(["b"]);
  exchange();
  expect(onBoard(theirs)).toEqual(["Før"]);
  expect(readInitiative(theirs, "a")).toBeNull();
  undo.redo();
  exchange();
  expect(onBoard(theirs).sort()).toEqual(["Før", "a", "b", "c"]);
  expect(readInitiative(theirs, "b")?.actors).toEqual([{ actorId: "foa", role: "lead" }]);
});

test("the step before is the next one to be taken back", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  addInitiative(mine, { id: "first", title: "Første", status: "idea" });
  undo.stopCapturing();
  addInitiative(mine, { id: "second", title: "Anden", status: "idea" });
  exchange();
  setTitle(theirs, "second", "Anden og mere");
  exchange();
  undoOwnStep(mine, undo, NOW);
  expect(onBoard(mine)).toEqual(["Første"]);
  expect(undoOwnStep(mine, undo, NOW)).toEqual([]);
  expect(readInitiative(mine, "first")).toBeNull();
  expect(undo.canUndo()).toBe(false);
});

test("a card that nobody else has touched goes, whatever one has written in it oneself", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  addInitiative(mine, { id: "i1", title: "Kun mit", status: "idea" });
  describe(mine, "i1", "Skrevet af mig selv");
  moveInitiatives(mine, ["i1"], { lane: "trial" });
  exchange();
  undoOwnStep(mine, undo, NOW);
  undoOwnStep(mine, undo, NOW);
  exchange();
  expect(readInitiative(theirs, "i1")).toBeNull();
});

test("taking back one's own tag leaves a colleague's in a set that both have filled", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  // From elsewhere, without the containers that the product makes at birth.
  const bare = new Y.Map<unknown>();
  theirs.transact(() => {
    initiativesOf(theirs).set("bare", bare);
    for (const [key, value] of Object.entries({ title: new Y.Text("Bar"), status: "idea", order: "a0" }))
      bare.set(key, value);
  });
  exchange();
  addTag(mine, "bare", { field: "themes", tagId: "ledelse" });
  exchange();
  addTag(theirs, "bare", { field: "themes", tagId: "fastholdelse" });
  exchange();
  undoOwnStep(mine, undo, NOW);
  exchange();
  expect(readInitiative(theirs, "bare")?.tags.themes).toEqual(["fastholdelse"]);
});

test("a colleague's move counts as touching, too", () => {
  const { mine, theirs, undo, exchange } = twoPeople();
  addInitiative(mine, { id: "i1", title: "Flyttet", status: "idea" });
  exchange();
  moveInitiatives(theirs, ["i1"], { lane: "running" });
  exchange();
  expect(undoOwnStep(mine, undo, NOW)).toEqual(["i1"]);
  expect(readInitiative(mine, "i1")).toMatchObject({ status: "running", binnedAt: NOW });
});
