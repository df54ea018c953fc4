const collator = new Intl.Collator("da", { numeric: true });

/** The order of Danish words in both languages, since the names are Danish: Aabenraa and Ålborg last, 2 before 10. */
export const compareDanish = (a: string, b: string): number => collator.compare(a, b);
