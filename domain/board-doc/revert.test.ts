import { expect, test } from "vitest";
import * as Y from "yjs";
import { compareVersions } from "#domain/board-history.ts";
import { INITIATIVE_MARKS } from "#domain/initiative.ts";
import * as commands from "./commands.ts";
import { revertBoard, revertInitiative } from "./revert.ts";
import { richTextFromPlain } from "./rich-text.ts";
import { initiativesOf } from "./schema.ts";
import { readBoard, readInitiative } from "./snapshot.ts";

function aBoard(): Y.Doc {
  const doc = new Y.Doc();
  commands.insertInitiatives(doc, [
    {
      id: "mentor",
      title: "Mentor til nye",
      status: "idea",
      description: richTextFromPlain("Tre måneder.\nMed fast makker."),
      actors: [{ actorId: "foa", role: "adviser" }],
      tags: { themes: ["fastholdelse"], chainLinks: ["onboarding"] },
      startYear: 2024,
      source: { url: "https://example.org/mentor", title: "Kilde" },
    },
    { id: "team", title: "Faste teams", status: "trial" },
  ]);
  return doc;
}

function changeEverything(doc: Y.Doc): void {
  commands.setTitle(doc, "mentor", "Noget helt andet");
  commands.prependToDescription(doc, "mentor", "Nyt.");
  commands.setStatus(doc, "mentor", "running");
  for (const mark of INITIATIVE_MARKS) commands.setMark(doc, "mentor", { mark, isSet: true });
  commands.setStartYear(doc, "mentor", null);
  commands.untagActor(doc, "mentor", "foa");
  commands.tagActor(doc, "mentor", { actorId: "kl", role: "lead" });
  commands.removeTag(doc, "mentor", { field: "themes", tagId: "fastholdelse" });
  commands.addTag(doc, "mentor", { field: "professions", tagId: "sosu" });
}

test("an initiative reads again as it did, in every field", () => {
  const doc = aBoard();
  const before = readInitiative(doc, "mentor");
  if (before === null) throw new Error("The initiative is missing.");
  changeEverything(doc);
  revertInitiative(doc, before);
  expect(readInitiative(doc, "mentor")).toEqual(before);
});

test("an initiative that is gone from the document is made anew", () => {
  const doc = aBoard();
  const before = readInitiative(doc, "mentor");
  if (before === null) throw new Error("The initiative is missing.");
  initiativesOf(doc).delete("mentor");
  revertInitiative(doc, before);
  expect(readInitiative(doc, "mentor")).toEqual(before);
});

test("a board reads again as it did; what has come since lies in the bin, and the restore can be taken back", () => {
  const doc = aBoard();
  const before = readBoard(doc);
  changeEverything(doc);
  commands.binInitiative(doc, "team", 1);
  commands.addInitiative(doc, { id: "ny", title: "Brobygning", status: "idea" });
  const between = readBoard(doc);
  revertBoard(doc, before, 7);
  expect(compareVersions(before, readBoard(doc))).toEqual([]);
  expect(readInitiative(doc, "ny")?.binnedAt).toBe(7);
  revertBoard(doc, between, 8);
  expect(readBoard(doc)).toEqual(between);
});

test("what a colleague writes at the same time stays", () => {
  const doc = aBoard();
  const colleague = new Y.Doc();
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc));
  const before = readInitiative(doc, "mentor");
  if (before === null) throw new Error("The initiative is missing.");
  commands.setTitle(doc, "mentor", "Mentor til alle nye");
  commands.addTag(colleague, "mentor", { field: "professions", tagId: "sosu" });
  revertInitiative(doc, before);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague));
  expect(readInitiative(doc, "mentor")).toMatchObject({ title: "Mentor til nye", tags: { professions: ["sosu"] } });
});
