import { languageOf, textsOf } from "#app/http/language.server.ts";
import type { Services } from "#app/http/load-context.server.ts";
import { type ReasonWords, reasonText } from "#app/text/reason-text.ts";
import { descriptionTexts, type InitiativeKey } from "#db/queries/board-page.ts";
import type { Reason } from "#domain/finding.ts";
import type { RelatedInitiative } from "./board-data.ts";
import { passageAround, stretchesIn } from "./passage.ts";

/** Reasons in a card; the rest stand on the pair's own page. */
const REASONS = 3;

/** What the check knows; `b` in the reasons is the related initiative. */
export interface Found extends InitiativeKey, Omit<RelatedInitiative, "why" | "titleMarks" | "passage"> {
  readonly reasons: readonly Reason[];
}

/** Findings as a card shows them: reasons in the page's words, and the words of the other that they go by. */
export async function explain(
  request: Request,
  context: Services,
  found: readonly Found[],
): Promise<RelatedInitiative[]> {
  const words: ReasonWords = {
    t: textsOf(request, context, "reasons"),
    word: textsOf(request, context, "vocabulary"),
    language: languageOf(request, context),
  };
  const descriptions = await descriptionTexts(context.db, found);
  return found.map(({ reasons, ...related }, at) => {
    const speaking = reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    const evidence = speaking.flatMap(({ b }) => b);
    const titleMarks = stretchesIn(evidence, "title");
    return {
      ...related,
      why: speaking.slice(0, REASONS).map((reason) => sentence(reasonText(reason, words))),
      titleMarks,
      passage:
        titleMarks.length > 0 ? null : passageAround(descriptions[at] ?? "", stretchesIn(evidence, "description")),
    };
  });
}

const sentence = (half: string): string => `${half.charAt(0).toLocaleUpperCase("da")}${half.slice(1)}`;
