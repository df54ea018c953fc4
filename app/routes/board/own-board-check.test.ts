import { expect, test } from "vitest";
import { i18nOf } from "#app/text/i18n.server.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { OwnBoardCheck } from "./own-board-check.ts";
import type { SimilarDraft } from "./use-similar.ts";

const board = { boardId: "holbaek", municipality: "Holbæk", actorOf: () => null };
const texts = i18nOf("da");

const card = (over: Partial<InitiativeSnapshot>): InitiativeSnapshot => ({
  id: "card",
  title: "Fritidsjob på plejehjem",
  description: [],
  descriptionText: "Unge fra 9. klasse.",
  status: "running",
  order: "a",
  actors: [],
  tags: { professions: [], themes: [], activities: [], targetGroups: [], departments: [], chainLinks: [] },
  startYear: null,
  paused: false,
  binnedAt: null,
  source: null,
  ...over,
});

const draft: SimilarDraft = {
  initiativeId: null,
  title: "Lommepengejob for unge på plejecenter",
  description: "",
  status: "running",
  startYear: null,
  tags: {},
  actorIds: [],
};
const idsOf = ({ related }: ReturnType<OwnBoardCheck["similar"]>) => related.map(({ initiativeId }) => initiativeId);

test("without the server, one's own board is looked through, with reasons in words and the words they go by", () => {
  const check = new OwnBoardCheck(board);
  const { related, hasMore } = check.similar([card({}), card({ id: "other", title: "Nye gardiner" })], draft, texts);
  expect(related.map(({ initiativeId, kind, municipality }) => [initiativeId, kind, municipality])).toEqual([
    ["card", "overlap", "Holbæk"],
  ]);
  expect(related[0]?.why.length).toBeGreaterThan(0);
  expect(related[0]?.titleMarks.length).toBeGreaterThan(0);
  expect(hasMore).toBe(false);
});

test("what has changed on the board meanwhile is read anew, and what was binned is not found", () => {
  const check = new OwnBoardCheck(board);
  const before = card({});
  expect(idsOf(check.similar([before], draft, texts))).toEqual(["card"]);
  expect(idsOf(check.similar([card({ title: "Nye gardiner", descriptionText: "" })], draft, texts))).toEqual([]);
  expect(idsOf(check.similar([before], draft, texts))).toEqual(["card"]);
  expect(idsOf(check.similar([card({ binnedAt: 1 })], draft, texts))).toEqual([]);
});

test("a card that is being written is not its own match", () => {
  const check = new OwnBoardCheck(board);
  expect(idsOf(check.similar([card({})], { ...draft, initiativeId: "card" }, texts))).toEqual([]);
});
