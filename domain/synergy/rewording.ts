/** Whether an edit changed what an initiative says, or only how it says it (SPEC.md K4). */
import { TAG_FIELDS } from "#domain/initiative.ts";
import { readFacets } from "./facets.ts";
import { FACETS, standardLexicon } from "./lexicon.ts";
import type { SynergyInitiative } from "./types.ts";

/**
 * The same facets, tags and actors in other words. Where the check finds no means in the text it cannot tell, and other words are
 * another text.
 */
export function isRewording(before: SynergyInitiative, after: SynergyInitiative): boolean {
  if (tagged(before) !== tagged(after)) return false;
  const [was, is] = [before, after].map((initiative) => readFacets(standardLexicon(), initiative));
  if (was === undefined || is === undefined || was.means.length === 0) return false;
  return FACETS.every((facet) => conceptsOf(was[facet]) === conceptsOf(is[facet]));
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
