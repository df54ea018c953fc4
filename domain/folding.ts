/** Spelling variants that mean the same word become one: å and aa, ø and oe, æ and ae, capitals, accents, punctuation. */
const LETTERS: Readonly<Record<string, string>> = { å: "aa", æ: "ae", ø: "oe", ö: "oe", ä: "ae", ü: "u", ß: "ss" };

/** Text for comparing and searching, never for showing: lower-case words of `a–z0–9` with one space between them. */
export const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[åæøöäüß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
