import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Lane } from "#domain/initiative.ts";
import type { Spot, Step } from "./carrying.ts";
import { heightOfSpot, otherRows } from "./lane-rows.ts";
import { useStore } from "./store.ts";
import type { CardView } from "./use-card-views.ts";
import { useCarrier } from "./use-carrier.ts";

export interface DropMarkProps {
  readonly lane: Lane;
  readonly cards: readonly CardView[];
}

/** The line where the carried card would be laid, in the one lane where that is. */
export function DropMark({ lane, cards }: DropMarkProps) {
  const { carried: store } = useCarrier();
  const carried = useStore(store, null);
  if (carried === null || carried.spot?.lane !== lane) return null;
  const { id, by, spot } = carried;
  if (by === "pointer") return <Line id={id} spot={spot} />;
  // Another place is another button, so that those who listen hear it.
  return <KeyMark key={spot.index} id={id} spot={spot} cards={cards} />;
}

interface MarkProps {
  readonly id: string;
  readonly spot: Spot;
}

const lineClass = "absolute inset-x-0 z-10 -mt-0.5 h-1 rounded-full bg-primary";

function Line({ id, spot }: MarkProps) {
  const line = useRef<HTMLDivElement>(null);
  useHeight(line, { id, spot });
  return <div ref={line} aria-hidden="true" className={`pointer-events-none ${lineClass}`} />;
}

function useHeight(mark: RefObject<HTMLElement>, { id, spot }: MarkProps): void {
  useLayoutEffect(() => {
    const element = mark.current;
    if (element !== null) element.style.top = `${heightOfSpot(otherRows(element, id), spot.index)}px`;
  }, [mark, id, spot]);
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

function stepOf({ key, shiftKey }: KeyboardEvent): Step | undefined {
  if (key === "Tab") return shiftKey ? "left" : "right";
  return STEPS[key];
}

/** The same for the keyboard: a button that stands at the place and says where that is. */
function KeyMark({ id, spot, cards }: MarkProps & Pick<DropMarkProps, "cards">) {
  const { t } = useTranslation("board");
  const carrier = useCarrier();
  const mark = useRef<HTMLButtonElement>(null);
  const helpId = useId();
  const label = useSpotLabel(id, spot, cards);
  useHeight(mark, { id, spot });
  useEffect(() => mark.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step !== undefined) carrier.step(step);
    else if (event.key === "Enter" || event.key === " ") carrier.drop();
    else if (event.key === "Escape") carrier.cancel();
    else return;
    event.preventDefault();
  };
  return (
    <button
      ref={mark}
      type="button"
      aria-label={label}
      aria-describedby={helpId}
      className={`scroll-my-32 ${lineClass}`}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget }) => currentTarget.isConnected && document.hasFocus() && carrier.cancel()}
    >
      <span
        id={helpId}
        className="absolute top-2 left-1/2 w-max max-w-full -translate-x-1/2 rounded-md bg-primary px-2.5 py-1 text-xs/4 text-white shadow-pop"
      >
        {t("carry.help")}
      </span>
    </button>
  );
}

function useSpotLabel(id: string, { lane, index }: Spot, cards: readonly CardView[]): string {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const titleOf = (card: CardView | undefined) => card && (card.initiative.title.trim() || t("card.untitled"));
  const others = cards.filter((card) => card.id !== id);
  const before = titleOf(others[index - 1]);
  const after = titleOf(others[index]);
  const where = { lane: word(`lane.${lane}`), before, after };
  if (before !== undefined) return t(after === undefined ? "carry.last" : "carry.between", where);
  return t(after === undefined ? "carry.only" : "carry.first", where);
}
