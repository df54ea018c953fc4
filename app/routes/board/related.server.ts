import type { Services } from "#app/http/load-context.server.ts";
import { reasonWordsOf } from "#app/http/reason-words.server.ts";
import { asSentence, type ReasonSide, shortReasons } from "#app/text/reason-text.ts";
import { descriptionTexts } from "#db/queries/board-page.ts";
import { evidenceOf, stretchesIn } from "#domain/highlight.ts";
import type { SynergyMatch } from "#domain/synergy/types.ts";
import type { RelatedInitiative } from "./board-data.ts";
import { passageAround } from "./passage.ts";

/** Reasons in a card; the rest stand on the pair's own page. */
const REASONS = 3;

/** What the check knows; `b` in the reasons is the related initiative. */
export interface Found extends SynergyMatch {
  readonly findingId: string | null;
}

/** Findings of `own` as a card shows them: reasons in the page's words, and the words of the other that they go by. */
export async function explain(
  request: Request,
  context: Services,
  { found, own }: { found: readonly Found[]; own: ReasonSide },
): Promise<RelatedInitiative[]> {
  const words = reasonWordsOf(request, context);
  const descriptions = await descriptionTexts(context.db, found);
  return found.map(({ reasons, ...related }, at) => {
    const evidence = evidenceOf(reasons, "b");
    const description = descriptions[at] ?? "";
    const other = { municipality: related.municipality, title: related.title, description };
    const titleMarks = stretchesIn(evidence, "title");
    return {
      ...related,
      why: shortReasons(reasons, words, { count: REASONS, pair: [own, other] }).map(asSentence),
      titleMarks,
      passage: titleMarks.length > 0 ? null : passageAround(description, stretchesIn(evidence, "description")),
    };
  });
}
