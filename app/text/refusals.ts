/**
 * What is said where no page can answer: plain text in both languages, because nothing is known of the reader yet and no
 * page of the product leads here.
 */
export const REFUSAL_TEXTS = {
  400: "Adressen kan ikke læses. / The address cannot be read.",
  405: "Metoden er ikke tilladt. / The method is not allowed.",
  414: "Adressen er for lang. / The address is too long.",
  500: "Noget gik galt. / Something went wrong.",
} as const;
