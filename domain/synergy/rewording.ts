/** Whether an edit changed what an initiative says, or only how it says it (SPEC.md K4). */
import { TAG_FIELDS } from "#domain/initiative.ts";
import { FACETS } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import type { SynergyInitiative } from "./types.ts";

/** An initiative says the same in other words: what answers were about, and are about now (see content-hash.ts). */
export interface Rewording {
  readonly from: string;
  readonly to: string;
}

/**
 * The same facets, tags and actors in other words. Where the check finds no means in the text it cannot tell, and other words are
 * another text.
 *
 * @returns null for the same words, and for a text that says something else
 */
export function rewordingOf(before: Reading, after: Reading): Rewording | null {
  if (before.hash === after.hash || before.facets.means.length === 0) return null;
  const isSame = FACETS.every((facet) => conceptsOf(before.facets[facet]) === conceptsOf(after.facets[facet]));
  // The tags last: they have to be unpacked, and most edits say something else.
  if (!isSame || tagged(before.initiative) !== tagged(after.initiative)) return null;
  return { from: before.hash, to: after.hash };
}

const conceptsOf = (mentions: readonly { readonly concept: { readonly id: string } }[]): string =>
  mentions
    .map(({ concept }) => concept.id)
    .sort()
    .join(" ");

const tagged = (initiative: SynergyInitiative): string =>
  JSON.stringify([
    ...TAG_FIELDS.map((field) => [...initiative[field]].sort()),
    initiative.actors.map(({ id, name }) => id ?? name).sort(),
  ]);
