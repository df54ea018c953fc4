/** A date and four digits, as a Danish personal number is written: 010190-1234, 010190 1234, 0101901234. */
const CPR = /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[ \-–]?\d{4}(?!\d)/;

/** True when a personal number seems to stand in the text. A warning only: other ten digits can look the same. */
export const looksLikeCpr = (text: string): boolean => CPR.test(text);
