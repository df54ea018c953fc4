/** Dates, numbers and order of the page's language. Times are Danish wherever the server or the reader is. */
import { useTranslation } from "#app/text/use-translation.ts";
import { compareDanish } from "#domain/danish-order.ts";
import type { Language } from "./texts.ts";

const TIME_ZONE = "Europe/Copenhagen";
const LOCALES: Record<Language, string> = { da: "da-DK", en: "en-GB" };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface Format {
  /** "21. november 2026" */
  date(at: number): string;
  /** "fredag 21. november 2026" */
  weekday(at: number): string;
  /** "21. november 2026 kl. 13.05" */
  dateTime(at: number): string;
  /** "13.05" */
  time(at: number): string;
  /** "for 3 minutter siden", from a week on the date. */
  ago(at: number, now: number): string;
  /** "6.025.511,5" */
  number(value: number): string;
  /** "FOA, DSR og KL" */
  list(words: readonly string[]): string;
  /** Danish order in both languages, since the names are Danish: Aabenraa last. */
  compare(a: string, b: string): number;
}

function createFormat(language: Language): Format {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
  const date = dates({ dateStyle: "long" });
  const weekday = dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const dateTime = dates({ dateStyle: "long", timeStyle: "short" });
  const time = dates({ hour: "2-digit", minute: "2-digit" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    date: (at) => date.format(at),
    weekday: (at) => weekday.format(at).replace(" den ", " "),
    dateTime: (at) => dateTime.format(at),
    time: (at) => time.format(at),
    ago(at, now) {
      const age = Math.max(0, now - at);
      if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), "minute");
      if (age < DAY_MS) return relative.format(-Math.floor(age / HOUR_MS), "hour");
      if (age < 7 * DAY_MS) return relative.format(-Math.floor(age / DAY_MS), "day");
      return date.format(at);
    },
    number: (value) => number.format(value),
    list: (words) => list.format(words),
    compare: compareDanish,
  };
}

const FORMATS: Record<Language, Format> = { da: createFormat("da"), en: createFormat("en") };

/** The same where no page is drawn. */
export const formatOf = (language: Language): Format => FORMATS[language];

/** The format of the page's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return FORMATS[i18n.language === "en" ? "en" : "da"];
}
