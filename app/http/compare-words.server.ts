import type { CompareWords } from "#app/text/compare-labels.ts";
import { languageOf, textsOf } from "./language.server.ts";
import type { Services } from "./load-context.server.ts";

/** The words of the comparison, the same for the page and for its file. */
export const compareWordsOf = (request: Request, context: Pick<Services, "session" | "settings">): CompareWords => ({
  t: textsOf(request, context, "compare"),
  word: textsOf(request, context, "vocabulary"),
  language: languageOf(request, context),
});
