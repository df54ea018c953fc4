import { i18nOf } from "#app/text/i18n.server.ts";
import type { ReasonWords } from "#app/text/reason-text.ts";
import { languageOf } from "./language.server.ts";
import type { Services } from "./load-context.server.ts";

/** Reasons become words on the server: the lexicon's labels stay out of the browser. */
export function reasonWordsOf(request: Request, context: Pick<Services, "session" | "settings">): ReasonWords {
  const language = languageOf(request, context);
  const i18n = i18nOf(language);
  return { t: i18n.getFixedT(null, "reasons"), word: i18n.getFixedT(null, "vocabulary"), language };
}
