/** Which language a page speaks: the person's choice, then this browser's, then what the browser asks for. */
import type { TFunction } from "i18next";
import { i18nOf } from "#app/text/i18n.server.ts";
import type { AllTexts, Language } from "#app/text/texts.ts";
import { FIRST_LANGUAGE, isLanguage } from "#app/text/texts.ts";
import type { CurrentSession, Settings } from "./load-context.server.ts";

const COOKIE = "language";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

interface Asking {
  readonly session: CurrentSession | null;
  readonly settings: Settings;
}

export function languageOf(request: Request, { session, settings }: Asking): Language {
  return (
    session?.person.language ??
    cookieLanguage(request.headers.get("cookie")) ??
    // The demo shows the product as a kommune sees it, whatever the machine it is shown on was set up with.
    (settings.demo ? FIRST_LANGUAGE : acceptedLanguage(request.headers.get("accept-language")))
  );
}

/** The sentences of one area in the page's language, for loaders and actions. */
export function textsOf<Area extends keyof AllTexts>(request: Request, asking: Asking, area: Area): TFunction<Area> {
  return i18nOf(languageOf(request, asking)).getFixedT(null, area) as TFunction<Area>;
}

export function languageCookie(language: Language, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

function cookieLanguage(header: string | null): Language | null {
  const value = header?.match(/(?:^|;\s*)language=([a-z]{2})(?:;|$)/)?.[1];
  return isLanguage(value) ? value : null;
}

/** The first of our languages in the browser's order of preference. */
export function acceptedLanguage(header: string | null): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/;\s*q=/);
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => isLanguage(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const first = wanted[0]?.language;
  return isLanguage(first) ? first : FIRST_LANGUAGE;
}
