/** The words for the lexicon's concepts, without its matcher. */
import aims from "./lexicon/aims.json" with { type: "json" };
import means from "./lexicon/means.json" with { type: "json" };
import staff from "./lexicon/staff.json" with { type: "json" };
import targets from "./lexicon/targets.json" with { type: "json" };

const LABELS = {
  aim: labelsOf(aims),
  means: labelsOf(means),
  staff: labelsOf(staff),
  target: labelsOf(targets),
};
export type LabelledFacet = keyof typeof LABELS;

function labelsOf(concepts: readonly { id: string; label: { da: string; en: string } }[]) {
  return new Map(concepts.map(({ id, label }) => [id, label]));
}

/** A concept in words; its id when the lexicon has lost it, since stored reasons may be older. */
export const conceptLabel = (facet: LabelledFacet, id: string, language: "da" | "en"): string =>
  LABELS[facet].get(id)?.[language] ?? id;
