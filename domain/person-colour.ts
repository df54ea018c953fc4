/** Dark enough for white text, told apart by people who see colours differently; the name stands beside it anyway. */
const COLOURS = [
  "#0b4f5c",
  "#a83d1b",
  "#4f3fa8",
  "#1b7248",
  "#7a5c00",
  "#8a2c6b",
  "#22577a",
  "#6b4423",
  "#3d5a1f",
  "#5c3b6e",
] as const;

/** The same colour for the same person everywhere. */
export function colourOf(personId: string): string {
  let hash = 0;
  for (let index = 0; index < personId.length; index++) hash = (hash * 31 + personId.charCodeAt(index)) >>> 0;
  return COLOURS[hash % COLOURS.length] ?? COLOURS[0];
}
