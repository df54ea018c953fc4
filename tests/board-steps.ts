/** Whatever people do on a board, by chance. */
import fc from "fast-check";
import * as commands from "#domain/board-doc/commands.ts";
import type { BoardDoc } from "#domain/board-doc/document.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { initiativesOf } from "#domain/board-doc/schema.ts";
import { INITIATIVE_STATUSES, LANES, TAG_FIELDS } from "#domain/initiative.ts";

export type Step = (doc: BoardDoc) => void;

/** Few enough that people meet on them. */
const card = fc.constantFrom("a", "b", "c", "d");
const status = fc.constantFrom(...INITIATIVE_STATUSES);
const move = fc.record({
  lane: fc.constantFrom(...LANES),
  beside: fc.record({ id: card, position: fc.constantFrom("before" as const, "after" as const) }),
});
const tag = fc.record({
  field: fc.constantFrom(...TAG_FIELDS),
  tagId: fc.constantFrom("onboarding", "retention", "unknown"),
});
const title = fc.string({ unit: "grapheme", maxLength: 12 });

/** A step made of things that are drawn by chance. */
const stepOf = <Drawn extends unknown[]>(
  apply: (doc: BoardDoc, ...drawn: Drawn) => void,
  ...drawn: { [Index in keyof Drawn]: fc.Arbitrary<Drawn[Index]> }
): fc.Arbitrary<Step> => fc.tuple(...drawn).map((values) => (doc: BoardDoc) => apply(doc, ...(values as Drawn)));

/** Done to one of the cards, when it is there. */
export const anyEdit: fc.Arbitrary<Step> = fc.oneof(
  stepOf(commands.setTitle, card, title),
  stepOf(commands.setStatus, card, status),
  stepOf(commands.moveInitiatives, fc.uniqueArray(card, { minLength: 1 }), move),
  stepOf(commands.addTag, card, tag),
  stepOf(commands.removeTag, card, tag),
  stepOf(commands.tagActor, card, fc.constant({ actorId: "foa", role: "lead" as const })),
  stepOf(commands.untagActor, card, fc.constant("foa")),
  stepOf(commands.binInitiative, card, fc.constant(5)),
  stepOf((doc, id) => {
    initiativesOf(doc).delete(id);
  }, card),
);

/** Also adding one of them, and again when it is there. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: anyEdit },
  {
    weight: 1,
    arbitrary: stepOf(
      (doc, id, as) => {
        commands.addInitiative(doc, { id, title: id, status: as, description: richTextFromPlain("Tekst") });
      },
      card,
      status,
    ),
  },
);
