/** Carrying a card with mouse, finger or pen: a mouse takes it anywhere, a finger by its handle, since elsewhere it scrolls. */
import type { Carrier } from "./carrier.ts";
import { rowAround, spotAt } from "./lane-rows.ts";

/** A press that moves less than this is a click. */
const THRESHOLD_PX = 5;
/** So near the edge of the window the page scrolls along; above, the page's head is in the way. */
const EDGE_PX = 56;
const HEAD_PX = 56;
const FASTEST_PX = 18;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Listens for presses on the cards of `board`. @returns what ends it */
export function carryByPointer(board: HTMLElement, carrier: Carrier): () => void {
  const onDown = (event: PointerEvent) => {
    const row = event.button === 0 && event.isPrimary ? takenRow(event) : null;
    if (row !== null) followPress({ board, carrier, row, start: event });
  };
  board.addEventListener("pointerdown", onDown);
  return () => board.removeEventListener("pointerdown", onDown);
}

/** The row that a press may carry away. */
function takenRow({ target, pointerType }: PointerEvent): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const tool = target.closest<HTMLElement>("[data-tool]")?.dataset["tool"];
  const isTaken = pointerType === "mouse" ? tool !== "menu" : tool === "move";
  return isTaken ? rowAround(target) : null;
}

interface Press {
  readonly board: HTMLElement;
  readonly carrier: Carrier;
  readonly row: HTMLElement;
  readonly start: PointerEvent;
}

function followPress(press: Press): void {
  const { start, carrier } = press;
  const over = new AbortController();
  let journey: Journey | null = null;
  const listen = <T extends keyof WindowEventMap>(type: T, heard: (event: WindowEventMap[T]) => void) =>
    window.addEventListener(type, heard, { signal: over.signal });
  const end = (finish: () => void) => {
    over.abort();
    if (journey === null) return;
    journey.stop();
    swallowClick();
    finish();
  };
  listen("pointermove", (event) => {
    if (event.pointerId !== start.pointerId) return;
    if (journey === null && distance(start, event) < THRESHOLD_PX) return;
    journey ??= setOut(press);
    journey.moveTo(event);
  });
  listen("pointerup", (event) => {
    if (event.pointerId !== start.pointerId) return;
    journey?.moveTo(event);
    end(carrier.drop);
  });
  listen("pointercancel", () => end(carrier.cancel));
  listen("blur", () => end(carrier.cancel));
  listen("keydown", (event) => {
    if (event.key !== "Escape" || journey === null) return;
    event.preventDefault();
    end(carrier.cancel);
  });
  // A finger that rests on the handle wants to carry, not a menu of the browser.
  listen("contextmenu", (event) => event.preventDefault());
}

const distance = (a: PointerEvent, b: PointerEvent): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

interface Journey {
  moveTo(event: PointerEvent): void;
  stop(): void;
}

/** Begins to carry: a picture of the card follows the pointer, and the place under it is shown, once per frame. */
function setOut({ board, carrier, row, start }: Press): Journey {
  const id = row.dataset["card"] ?? "";
  carrier.lift(id, "pointer");
  const pane = openPane(row);
  pane.element.setPointerCapture(start.pointerId);
  const origin: Point = { x: start.clientX, y: start.clientY };
  let at = origin;
  const look = (): Element | null => {
    const under = document.elementsFromPoint(at.x, at.y).find((element) => !pane.element.contains(element)) ?? null;
    carrier.hover(spotAt(board, { ...at, under }, { id, spot: carrier.carried.get()?.spot ?? null }));
    return under;
  };
  const onFrame = () => {
    const under = look();
    pane.picture.style.transform = `translate(${at.x - origin.x}px, ${at.y - origin.y}px) rotate(1.5deg)`;
    // The tabs stand where the page would scroll up.
    const speed = under?.closest("[data-lane-tab]") ? 0 : scrollSpeed(at.y, window.innerHeight);
    if (speed !== 0) window.scrollBy(0, speed);
    frame = requestAnimationFrame(onFrame);
  };
  let frame = requestAnimationFrame(onFrame);
  return {
    moveTo(event) {
      at = { x: event.clientX, y: event.clientY };
    },
    stop() {
      cancelAnimationFrame(frame);
      look();
      pane.element.remove();
    },
  };
}

/**
 * A pane over the whole window with a picture of the card: the hand stays closed and no text is marked. Styles of the
 * page itself would do the same and make the browser look at every element of a large board again.
 */
function openPane(row: HTMLElement): { element: HTMLElement; picture: HTMLElement } {
  const card = row.querySelector<HTMLElement>("article") ?? row;
  const { left, top, width } = card.getBoundingClientRect();
  const element = document.createElement("div");
  element.setAttribute("aria-hidden", "true");
  element.className = "fixed inset-0 z-50 cursor-grabbing touch-none overflow-hidden select-none";
  const picture = card.cloneNode(true) as HTMLElement;
  picture.inert = true;
  const place = { position: "absolute", left: `${left}px`, top: `${top}px`, width: `${width}px` };
  Object.assign(picture.style, place, { boxShadow: "var(--shadow-pop)", willChange: "transform" });
  element.append(picture);
  document.body.append(element);
  window.getSelection()?.removeAllRanges();
  return { element, picture };
}

/** Pixels per frame: faster the nearer the edge. */
function scrollSpeed(y: number, height: number): number {
  const fromTop = y - HEAD_PX;
  const fromBottom = height - y;
  if (fromTop < EDGE_PX) return -FASTEST_PX * Math.min(1, (EDGE_PX - fromTop) / EDGE_PX);
  return fromBottom < EDGE_PX ? FASTEST_PX * Math.min(1, (EDGE_PX - fromBottom) / EDGE_PX) : 0;
}

/** The click that a browser makes of the end of a journey would open the card. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
