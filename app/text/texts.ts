import type da from "./da/index.ts";

export const LANGUAGES = ["da", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
/** The product is Danish first. */
export const FIRST_LANGUAGE: Language = "da";

export const isLanguage = (value: unknown): value is Language => (LANGUAGES as readonly unknown[]).includes(value);

/** The shape another language must have: the same keys as the Danish texts. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every text of one language, by area. */
export type AllTexts = Texts<typeof da>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof da;
  }
}
