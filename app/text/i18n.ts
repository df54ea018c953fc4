import i18next, { type i18n } from "i18next";
import type { AllTexts, Language } from "./texts.ts";

/** The texts of one language, ready for `useTranslation` and for the server's own sentences. */
export function createI18n(language: Language, texts: AllTexts): i18n {
  const instance = i18next.createInstance();
  // Everything is at hand, so this settles before it returns: server and browser render the same text at once.
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { ...texts } },
    ns: Object.keys(texts),
    defaultNS: "common",
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
