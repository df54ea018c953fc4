/** What is parked for later (P-plads) and what is decided. */
export const ENTRY_KINDS = ["parked", "decision"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_LIMIT = 280;

/** A line that may be kept, or what is wrong with it. */
export function readEntryText(written: string): { readonly text: string } | { readonly problem: "empty" | "too-long" } {
  const text = written.trim();
  if (text === "") return { problem: "empty" };
  return text.length > ENTRY_LIMIT ? { problem: "too-long" } : { text };
}
