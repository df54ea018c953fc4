/** The code that people type to join: eight characters, none of which is taken for another when read from eight metres. */

/** Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V: 22 characters, 22^8 codes. */
export const CODE_CHARACTERS = "3479ACDEFGHJKMNPQRTWXY";
export const CODE_LENGTH = 8;

/** @param randomIndex gives a whole number from 0 up to, not including, what it is given */
export function makeJoinCode(randomIndex: (below: number) => number): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_CHARACTERS.charAt(randomIndex(CODE_CHARACTERS.length))).join(
    "",
  );
}

/** As it is read out: two groups of four. */
export const spokenJoinCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What somebody typed as a code: capitals, without spaces and hyphens; null when it cannot be one. */
export function readJoinCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return code.length === CODE_LENGTH && [...code].every((each) => CODE_CHARACTERS.includes(each)) ? code : null;
}
