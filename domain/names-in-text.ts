/** People's names in what others have written. */

/** Shorter ones are initials, which stand in many words. */
const SHORTEST = 2;

/**
 * Finds which of the names stand in a text: as whole words, as they are spelt, also with the s of a genitive.
 *
 * @returns in the order of the names, each once
 */
export function nameFinder(names: Iterable<string>): (text: string) => readonly string[] {
  const sought = [...new Set([...names].map((name) => name.trim().normalize("NFC")))]
    .filter((name) => name.length >= SHORTEST)
    .map((name) => ({ name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}s?(?![\\p{L}\\p{N}])`, "u") }));
  return (text) => {
    const composed = text.normalize("NFC");
    return sought.filter(({ pattern }) => pattern.test(composed)).map(({ name }) => name);
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
