import { showToast } from "#app/components/toast.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { BOARD_INITIATIVE_LIMIT, type InitiativeSnapshot, type Lane, laneOf } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { isFull, lanesOf } from "./board-view.ts";
import { followCard } from "./follow-card.ts";

/** What a card's menu and its drawer do with the card as a whole. */
export function useCardCommands({ id, title, status }: Pick<InitiativeSnapshot, "id" | "title" | "status">) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const { t: common } = useTranslation("common");
  const { session } = useBoard();
  const lane = laneOf(status);
  const layBack = () => {
    if (session === null) return;
    if (isFull(session.board.get().initiatives)) {
      showToast({ text: t("add.full", { limit: BOARD_INITIATIVE_LIMIT }) });
      return;
    }
    session.run((doc, commands) => commands.restoreInitiative(doc, id));
    showToast({ text: t("bin.restored", { title }) });
  };
  return {
    move(to: Lane) {
      followCard(session, id);
      session?.run((doc, commands) => commands.moveInitiatives(doc, [id], { lane: to }));
      showToast({ text: t("card.moved", { title, lane: word(`lane.${to}`) }) });
    },
    moveTo(place: "first" | "last") {
      const cards = lanesOf(session?.board.get().initiatives ?? [])[lane];
      const neighbour = place === "first" ? cards[0] : cards.at(-1);
      if (neighbour === undefined || neighbour.id === id) return;
      const beside = { id: neighbour.id, position: place === "first" ? ("before" as const) : ("after" as const) };
      session?.run((doc, commands) => commands.moveInitiatives(doc, [id], { lane, beside }));
    },
    bin() {
      session?.run((doc, commands) => commands.binInitiative(doc, id, Date.now()));
      showToast({
        text: t("bin.binned", { title }),
        action: { label: common("actions.undo"), run: layBack },
      });
    },
    restore: layBack,
  };
}
