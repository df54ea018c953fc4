/**
 * Text as search compares it: lower case, å = aa, æ = ae, ø = oe (and ö, ä as their Danish twins), no other accents.
 * SQLite folds A–Z only and splits no compounds, so the index holds folded text and the query is folded alike.
 */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[åæäøö]/g, (letter) => DANISH[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .normalize("NFC");
}

const DANISH: Readonly<Record<string, string>> = { å: "aa", æ: "ae", ä: "ae", ø: "oe", ö: "oe" };
