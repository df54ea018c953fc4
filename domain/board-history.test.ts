import { expect, test } from "vitest";
import * as Y from "yjs";
import * as commands from "./board-doc/commands.ts";
import { richTextFromPlain } from "./board-doc/rich-text.ts";
import { readBoard } from "./board-doc/snapshot.ts";
import { compareVersions } from "./board-history.ts";

function aBoard(): Y.Doc {
  const doc = new Y.Doc();
  commands.insertInitiatives(doc, [
    { id: "mentor", title: "Mentor til nye", status: "idea", description: richTextFromPlain("Tre måneder.") },
    { id: "team", title: "Faste teams", status: "trial", tags: { themes: ["fastholdelse"] } },
    { id: "vagt", title: "Ønskevagter", status: "running", actors: [{ actorId: "foa", role: "adviser" }] },
  ]);
  return doc;
}

test("two versions of an untouched board do not differ, and a card in another place is no difference", () => {
  const doc = aBoard();
  const before = readBoard(doc);
  commands.insertInitiatives(doc, [{ id: "ny", title: "Ny", status: "idea" }]);
  commands.moveInitiatives(doc, ["ny"], { lane: "idea", beside: { id: "mentor", position: "before" } });
  commands.binInitiative(doc, "ny", 1);
  commands.moveInitiatives(doc, ["mentor"], { lane: "idea" });
  expect(compareVersions(before, readBoard(doc))).toEqual([]);
});

test("what came, went and changed is told field by field, in the board's order", () => {
  const doc = aBoard();
  const before = readBoard(doc);
  commands.setTitle(doc, "mentor", "Mentor til alle nye");
  commands.prependToDescription(doc, "mentor", "Makkerpar på vagten.");
  commands.setStatus(doc, "vagt", "scaled");
  commands.setMark(doc, "vagt", { mark: "paused", isSet: true });
  commands.setMark(doc, "vagt", { mark: "evaluated", isSet: true });
  commands.setStartYear(doc, "vagt", 2025);
  commands.tagActor(doc, "vagt", { actorId: "foa", role: "lead" });
  commands.addTag(doc, "vagt", { field: "professions", tagId: "sosu" });
  commands.binInitiative(doc, "team", 1);
  commands.addInitiative(doc, { id: "ny", title: "Brobygning", status: "idea" });
  const found = compareVersions(before, readBoard(doc));
  expect(Object.fromEntries(found.map(({ id, change }) => [id, change]))).toEqual({
    mentor: "changed",
    ny: "new",
    team: "gone",
    vagt: "changed",
  });
  expect(found.find(({ id }) => id === "mentor")?.fields).toEqual([
    { type: "text", field: "title", before: "Mentor til nye", after: "Mentor til alle nye" },
    { type: "text", field: "description", before: "Tre måneder.", after: "Makkerpar på vagten.\nTre måneder." },
  ]);
  expect(found.find(({ id }) => id === "vagt")?.fields).toEqual([
    { type: "value", field: "status", before: "running", after: "scaled" },
    { type: "value", field: "paused", before: false, after: true },
    { type: "value", field: "evaluated", before: undefined, after: true },
    { type: "value", field: "startYear", before: null, after: 2025 },
    {
      type: "actors",
      field: "actors",
      removed: [{ actorId: "foa", role: "adviser" }],
      added: [{ actorId: "foa", role: "lead" }],
    },
    { type: "tags", field: "professions", removed: [], added: ["sosu"] },
  ]);
});
