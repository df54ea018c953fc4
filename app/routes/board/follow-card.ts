import type { BoardSession } from "./board-session.ts";

/** The link of a card on the board, which is where one is when one is at the card. */
function focusCard(id: string): void {
  // Whoever has gone on to something else meanwhile is left there.
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`[data-card="${id}"] a`)?.focus();
}

/** Keeps one at a card that stays where it is, when what one pressed has gone away. */
export const stayAtCard = (id: string): void => void requestAnimationFrame(() => focusCard(id));

/** Takes one along with a card that is being moved, as soon as it is painted in its new place. */
export function followCard(session: BoardSession | null, id: string): void {
  const stop = session?.board.subscribe(() => {
    stop?.();
    stayAtCard(id);
  });
}
