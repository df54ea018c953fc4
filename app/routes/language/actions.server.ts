import type { Services } from "#app/http/load-context.server.ts";
import type { Language } from "#app/text/texts.ts";
import { setPersonLanguage } from "#db/queries/account.ts";

/** A signed-in person finds the language again on the next machine. */
export async function rememberLanguage({ db, session }: Services, language: Language): Promise<void> {
  if (session !== null) await setPersonLanguage(db, session.person.id, language);
}
