/** Surface forms that people add to the lexicon's concepts (SPEC.md F10). */
import type { AddedForm } from "./form-rules.ts";
import { CONCEPTS, type Concept, compileLexicon, type Lexicon, standardLexicon } from "./lexicon.ts";
import { matchText } from "./match.ts";
import { tokenise } from "./normalise.ts";
import type { SynergyInitiative } from "./types.ts";

const isOf =
  ({ facet, conceptId }: Pick<AddedForm, "facet" | "conceptId">) =>
  (concept: Concept): boolean =>
    concept.facet === facet && concept.id === conceptId;

/** The lexicon with these forms. */
export function lexiconWith(forms: readonly AddedForm[]): Lexicon {
  if (forms.length === 0) return standardLexicon();
  const added = new Map<Concept, string[]>();
  for (const form of forms) {
    const concept = CONCEPTS.find(isOf(form));
    if (concept !== undefined) added.set(concept, [...(added.get(concept) ?? []), form.form]);
  }
  return compileLexicon({ added });
}

/** Whether a form, and nothing else, is found in the texts of an initiative. */
export function formFinder(form: AddedForm): (initiative: Pick<SynergyInitiative, "title" | "description">) => boolean {
  const concept = CONCEPTS.find(isOf(form));
  if (concept === undefined) return () => false;
  const lexicon = compileLexicon({ concepts: [{ ...concept, forms: [form.form] }] });
  return ({ title, description }) => [title, description].some((text) => matchText(lexicon, tokenise(text)).length > 0);
}
