/**
 * What is said where no page can answer: plain text in both languages, because nothing is known of the reader yet and no
 * page of the product leads here.
 */
export const REFUSAL_TEXTS = {
  400: "Adressen kan ikke læses. / The address cannot be read.",
  403: "Anmodningen kom fra et andet websted. / The request came from another site.",
  405: "Metoden er ikke tilladt. / The method is not allowed.",
  411: "Anmodningen mangler en længde. / The request has no length.",
  413: "Anmodningen er for stor. / The request is too large.",
  414: "Adressen er for lang. / The address is too long.",
  500: "Noget gik galt. / Something went wrong.",
  503: "Serveren har ikke plads lige nu; intet er gemt. / The server is out of space; nothing was saved.",
} as const;
