import type { AllTexts, Language } from "./texts.ts";

/** Each language is a chunk of its own; a browser fetches the one it shows. */
const LOADERS: Record<Language, () => Promise<{ default: AllTexts }>> = {
  da: () => import("./da/index.ts"),
  en: () => import("./en/index.ts"),
};

export const loadTexts = async (language: Language): Promise<AllTexts> => (await LOADERS[language]()).default;
