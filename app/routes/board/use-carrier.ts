import { createContext, type RefObject, useContext, useEffect, useRef, useState } from "react";
import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { useBoard } from "./board-context.tsx";
import { type Carrier, type CarrierOptions, createCarrier } from "./carrier.ts";
import { followCard, stayAtCard } from "./follow-card.ts";
import { openLanes } from "./lane-rows.ts";
import { carryByPointer } from "./pointer-carrying.ts";
import { useSelected } from "./store.ts";

const CarrierContext = createContext<Carrier | null>(null);
export const CarrierProvider = CarrierContext.Provider;

/** What carries the cards of this board. */
export function useCarrier(): Carrier {
  const carrier = useContext(CarrierContext);
  if (carrier === null) throw new Error("A card stands outside the board.");
  return carrier;
}

/** Whether this card is the one on its way; a card hears of nothing else. */
export function useIsCarried(id: string): boolean {
  return useSelected(useCarrier().carried, null, (carried) => carried?.id === id);
}

export interface BoardCarrier {
  readonly carrier: Carrier;
  /** Goes on the element around the lanes. */
  readonly board: RefObject<HTMLDivElement>;
  /** What became of the last card, in words, for those who listen. */
  readonly told: string;
}

/** Makes the cards of a board movable for those who may write it: one drop is one transaction, and one undo. */
export function useBoardCarrier(): BoardCarrier {
  const { canEdit } = useBoard();
  const board = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState("");
  const endings = useEndings(board, setTold);
  const newest = useRef(endings);
  newest.current = endings;
  const [carrier] = useState(() =>
    createCarrier({
      board: () => board.current,
      onDrop: (carried, place) => newest.current.onDrop(carried, place),
      onKept: (carried) => newest.current.onKept(carried),
    }),
  );
  useEffect(() => {
    if (canEdit && board.current !== null) return carryByPointer(board.current, carrier);
  }, [canEdit, carrier]);
  return { carrier, board, told };
}

/** What happens, is said and is focused when a card has been laid down. */
function useEndings(
  board: RefObject<HTMLElement>,
  tell: (sentence: string) => void,
): Pick<CarrierOptions, "onDrop" | "onKept"> {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const { session } = useBoard();
  const titleOf = (id: string) =>
    session?.board
      .get()
      .initiatives.find((each) => each.id === id)
      ?.title.trim() || t("card.untitled");
  return {
    onDrop({ id, by, spot }, place) {
      const lane = word(`lane.${spot.lane}`);
      const title = titleOf(id);
      const isOutOfSight = !openLanes(board.current ?? document.body, id).some((open) => open.lane === spot.lane);
      if (isOutOfSight) showToast({ text: t("card.moved", { title, lane }) });
      else tell(t("carry.laid", { title, lane, number: spot.index + 1 }));
      if (by === "keys") followCard(session, id);
      session?.run((doc, commands) => commands.moveInitiatives(doc, [id], place));
    },
    onKept({ id, by }) {
      if (by === "pointer") return;
      tell(t("carry.kept", { title: titleOf(id) }));
      stayAtCard(id);
    },
  };
}
