import type { i18n } from "i18next";
import da from "./da/index.ts";
import en from "./en/index.ts";
import { createI18n } from "./i18n.ts";
import type { Language } from "./texts.ts";

const INSTANCES: Record<Language, i18n> = { da: createI18n("da", da), en: createI18n("en", en) };

/** One instance per language: its language never changes, so requests may share it. */
export const i18nOf = (language: Language): i18n => INSTANCES[language];
