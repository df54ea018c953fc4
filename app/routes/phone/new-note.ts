/** What a phone keeps of its own notes: what they say, what proves that they are its own, and whether the server has them. */
export interface PhoneNote {
  readonly id: string;
  readonly itemId: string;
  readonly laneId: string | null;
  readonly text: string;
  /** Known to this phone alone. */
  readonly secret: string;
  /** What the server has not been told yet. */
  readonly waiting: "write" | "remove" | null;
  /** Why the server did not keep it; it stays on the phone to be copied. */
  readonly refused: string | null;
}

const random = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

export const newNote = (of: Pick<PhoneNote, "itemId" | "laneId" | "text">): PhoneNote => ({
  ...of,
  id: random(),
  secret: random(),
  waiting: "write",
  refused: null,
});
