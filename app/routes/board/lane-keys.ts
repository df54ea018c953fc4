import { rowAround } from "./lane-rows.ts";

/** Where a key leads from `from`: up and down to the cards of the lane, sideways to the buttons of the card. */
export function keyTarget(from: HTMLElement, key: string): HTMLElement | null {
  const row = rowAround(from);
  const rows = [...(row?.parentElement?.children ?? [])];
  switch (key) {
    case "ArrowDown":
      return linkIn(row?.nextElementSibling);
    case "ArrowUp":
      return linkIn(row?.previousElementSibling);
    case "Home":
      return linkIn(rows[0]);
    case "End":
      return linkIn(rows.at(-1));
    case "ArrowRight":
      return beside(row, from, 1);
    case "ArrowLeft":
      return beside(row, from, -1);
    default:
      return null;
  }
}

const linkIn = (row: Element | null | undefined): HTMLElement | null => row?.querySelector<HTMLElement>("a") ?? null;

/** The next of a card's stops, round and round. */
function beside(row: HTMLElement | null, from: HTMLElement, by: 1 | -1): HTMLElement | null {
  const stops = [...(row?.querySelectorAll<HTMLElement>("a, button") ?? [])];
  return stops.at((stops.indexOf(from) + by) % stops.length) ?? null;
}
