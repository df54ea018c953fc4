/** The words for the lexicon's concepts. They stand apart from its forms, because pages need the words only. */
import labels from "./lexicon/labels.json" with { type: "json" };

export type LabelledFacet = keyof typeof labels;

interface Label {
  readonly da: string;
  readonly en: string;
}

const LABELS: Readonly<Record<LabelledFacet, Readonly<Record<string, Label>>>> = labels;

/** A concept in words; its id when the lexicon has lost it, since stored reasons may be older. */
export const conceptLabel = (facet: LabelledFacet, id: string, language: keyof Label): string =>
  LABELS[facet][id]?.[language] ?? id;
