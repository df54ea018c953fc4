import { useNavigate, useSearchParams } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { memo } from "react";
import {
  Button,
  type DragAndDropHooks,
  DropIndicator,
  GridList,
  GridListItem,
  type ItemDropTarget,
  useDragAndDrop,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { moveInitiatives } from "#domain/board-doc/commands.ts";
import type { Lane } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { CARD_PARAM, withParams } from "./board-view.ts";
import { Card } from "./card.tsx";
import { CardMenu } from "./card-menu.tsx";
import { emptyLaneClass } from "./empty-lane.ts";
import type { CardView } from "./use-card-views.ts";

export interface DraggableCardsProps {
  readonly lane: Lane;
  readonly cards: readonly CardView[];
  readonly openCardId: string | null;
  readonly emptyText: string;
}

const CARD_TYPE = "application/x-sammenspil-card";

/** A lane whose cards are moved by mouse, touch or keyboard; a row opens its card. */
export default function DraggableCards({ lane, cards, openCardId, emptyText }: DraggableCardsProps) {
  const { t } = useTranslation("vocabulary");
  const { t: board } = useTranslation("board");
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const dragAndDropHooks = useCardDrag(lane, cards);
  return (
    <GridList
      aria-label={t(`lane.${lane}`)}
      items={cards}
      dependencies={[openCardId]}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(id) => navigate(`?${withParams(params, { [CARD_PARAM]: String(id) })}`, { preventScrollReset: true })}
      className="min-h-16 flex-1 rounded-lg outline-none drop-target:bg-primary-on"
      renderEmptyState={() => <p className={emptyLaneClass}>{emptyText}</p>}
    >
      {(view) => (
        <GridListItem
          id={view.id}
          textValue={view.initiative.title || board("card.untitled")}
          className="relative mb-2.5 cursor-pointer rounded-lg dragging:opacity-40"
          data-card={view.id}
        >
          <DraggableCard view={view} isOpen={view.id === openCardId} />
        </GridListItem>
      )}
    </GridList>
  );
}

const DraggableCard = memo(function DraggableCard({
  view,
  isOpen,
}: {
  readonly view: CardView;
  readonly isOpen: boolean;
}) {
  const { t } = useTranslation("board");
  const title = view.initiative.title.trim() || t("card.untitled");
  return (
    <Card
      view={view}
      isOpen={isOpen}
      title={title}
      tools={
        <span className="-my-1 -mr-2 flex text-muted opacity-60 transition-opacity group-hover/card:opacity-100 focus-within:opacity-100 print:hidden">
          <Button
            slot="drag"
            aria-label={t("card.drag", { title })}
            className="grid h-7 w-6 cursor-grab place-items-center rounded-md hover:bg-sand"
          >
            <GripVertical className="size-4" aria-hidden="true" />
          </Button>
          <CardMenu view={view} />
        </span>
      }
    />
  );
});

/** One drop is one transaction; the place is told beside the neighbour, so that a filter does not matter. */
function useCardDrag(lane: Lane, cards: readonly CardView[]): DragAndDropHooks {
  const { session } = useBoard();
  const place = (ids: readonly string[], beside?: { id: string; position: "before" | "after" }) =>
    session?.run((doc) => moveInitiatives(doc, ids, beside === undefined ? { lane } : { lane, beside }));
  const drop = (ids: Iterable<unknown>, target: ItemDropTarget) =>
    place([...ids].map(String), {
      id: String(target.key),
      position: target.dropPosition === "before" ? "before" : "after",
    });
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [CARD_TYPE]: String(key),
        "text/plain": cards.find(({ id }) => id === key)?.initiative.title ?? "",
      })),
    acceptedDragTypes: [CARD_TYPE],
    getDropOperation: () => "move",
    onReorder: ({ keys, target }) => drop(keys, target),
    async onInsert({ items, target }) {
      drop(await idsOf(items), target);
    },
    async onRootDrop({ items }) {
      place(await idsOf(items));
    },
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="relative z-10 h-0 outline-none before:absolute before:inset-x-0 before:-top-[7px] before:h-1 before:rounded-full drop-target:before:bg-primary"
      />
    ),
  });
  return dragAndDropHooks;
}

type Dropped = Parameters<NonNullable<Parameters<typeof useDragAndDrop>[0]["onRootDrop"]>>[0]["items"];

async function idsOf(items: Dropped): Promise<string[]> {
  const ids = await Promise.all(items.map((item) => (item.kind === "text" ? item.getText(CARD_TYPE) : null)));
  return ids.filter((id) => id !== null);
}
