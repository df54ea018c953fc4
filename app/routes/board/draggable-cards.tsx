import { useNavigate } from "@remix-run/react";
import { EllipsisVertical, GripVertical } from "lucide-react";
import { memo, useMemo, useRef, useState } from "react";
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
import type { BoardSession } from "./board-session.ts";
import { CARD_PARAM, withParams } from "./board-view.ts";
import { Card } from "./card.tsx";
import { CardMenu } from "./card-menu.tsx";
import { useCardView } from "./card-views.ts";
import { emptyLaneClass } from "./empty-lane.ts";
import type { CardView } from "./use-card-views.ts";
import { type CardRow, useSteadyRows } from "./use-steady-rows.ts";

export interface DraggableCardsProps {
  readonly lane: Lane;
  readonly cards: readonly CardView[];
  readonly emptyText: string;
}

const CARD_TYPE = "application/x-sammenspil-card";

/** Opens the menu of a card beside its button. */
type OpenMenu = (id: string, button: HTMLElement) => void;

/** A lane whose cards are moved by mouse, touch or keyboard; a row opens its card. */
export default function DraggableCards({ lane, cards, emptyText }: DraggableCardsProps) {
  const { session } = useBoard();
  const rows = useSteadyRows(cards);
  const [menu, setMenu] = useState<{ id: string; button: HTMLElement } | null>(null);
  const openMenu = useRef<OpenMenu>((id, button) => setMenu({ id, button })).current;
  return (
    <>
      <Rows lane={lane} rows={rows} emptyText={emptyText} session={session} openMenu={openMenu} />
      {menu !== null && <CardMenu id={menu.id} button={menu.button} onClose={() => setMenu(null)} />}
    </>
  );
}

interface RowsProps {
  readonly lane: Lane;
  readonly rows: readonly CardRow[];
  readonly emptyText: string;
  readonly session: BoardSession | null;
  readonly openMenu: OpenMenu;
}

const Rows = memo(function Rows({ lane, rows, emptyText, session, openMenu }: RowsProps) {
  const { t } = useTranslation("vocabulary");
  const { t: board } = useTranslation("board");
  const navigate = useNavigate();
  const dragAndDropHooks = useCardDrag(lane, rows, session);
  const open = (id: unknown) => {
    const params = withParams(new URLSearchParams(window.location.search), { [CARD_PARAM]: String(id) });
    navigate(`?${params}`, { preventScrollReset: true });
  };
  return (
    <GridList
      aria-label={t(`lane.${lane}`)}
      items={rows}
      dragAndDropHooks={dragAndDropHooks}
      onAction={open}
      className="min-h-16 flex-1 rounded-lg outline-none drop-target:bg-primary-on"
      renderEmptyState={() => <p className={emptyLaneClass}>{emptyText}</p>}
    >
      {({ id, title }) => (
        <GridListItem
          id={id}
          textValue={title.trim() || board("card.untitled")}
          className="relative mb-2.5 cursor-pointer rounded-lg dragging:opacity-40"
          data-card={id}
        >
          <DraggableCard id={id} openMenu={openMenu} />
        </GridListItem>
      )}
    </GridList>
  );
});

const DraggableCard = memo(function DraggableCard({
  id,
  openMenu,
}: {
  readonly id: string;
  readonly openMenu: OpenMenu;
}) {
  const { t } = useTranslation("board");
  const view = useCardView(id);
  const title = view?.initiative.title.trim() || t("card.untitled");
  const tools = useMemo(() => <CardTools id={id} title={title} openMenu={openMenu} />, [id, title, openMenu]);
  return view === null ? null : <Card view={view} title={title} tools={tools} />;
});

interface CardToolsProps {
  readonly id: string;
  readonly title: string;
  readonly openMenu: OpenMenu;
}

const toolClass = "grid h-7 w-6 place-items-center rounded-md hover:bg-sand";

function CardTools({ id, title, openMenu }: CardToolsProps) {
  const { t } = useTranslation("board");
  return (
    <span className="-my-1 -mr-2 flex text-muted opacity-60 transition-opacity focus-within:opacity-100 group-hover/card:opacity-100 print:hidden">
      <Button slot="drag" aria-label={t("card.drag", { title })} className={`${toolClass} cursor-grab`}>
        <GripVertical className="size-4" aria-hidden="true" />
      </Button>
      <Button
        aria-label={t("card.more", { title })}
        aria-haspopup="menu"
        className={toolClass}
        onPress={({ target }) => openMenu(id, target as HTMLElement)}
      >
        <EllipsisVertical className="size-4" aria-hidden="true" />
      </Button>
    </span>
  );
}

/** One drop is one transaction; the place is told beside the neighbour, so that a filter does not matter. */
function useCardDrag(lane: Lane, rows: readonly CardRow[], session: BoardSession | null): DragAndDropHooks {
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
        "text/plain": rows.find(({ id }) => id === key)?.title ?? "",
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
