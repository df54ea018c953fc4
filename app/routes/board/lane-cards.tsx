import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, Suspense, useState } from "react";
import { classNames } from "#app/components/class-names.ts";
import { later } from "#app/components/later.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { Lane } from "#domain/initiative.ts";
import { useBoard } from "./board-context.tsx";
import { addressOfCard } from "./board-view.ts";
import { Card } from "./card.tsx";
import { CardTools } from "./card-tools.tsx";
import { DropMark } from "./drop-mark.tsx";
import { keyTarget } from "./lane-keys.ts";
import { rowAround } from "./lane-rows.ts";
import type { CardView } from "./use-card-views.ts";
import { useCarrier, useIsCarried } from "./use-carrier.ts";

/** Menus weigh as much as the lanes; they come when one is opened. */
const CardMenu = later(() => import("./card-menu.tsx"));

export interface LaneCardsProps {
  readonly lane: Lane;
  readonly cards: readonly CardView[];
  readonly emptyText: string;
  /** The address's query without an open card. */
  readonly search: string;
  readonly onOpen: (id: string) => void;
}

/** What opens a card in this window; other clicks on its link are the browser's. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(metaKey || ctrlKey || shiftKey || altKey);

/**
 * The cards of a lane: a list of links for those who read, a grid that the arrow keys walk for those who write. The
 * list hears for its cards; a board of hundreds has hundreds of rows, and what each of them would listen to is paid at
 * every step.
 */
export function LaneCards({ lane, cards, emptyText, search, onOpen }: LaneCardsProps) {
  const { canEdit } = useBoard();
  const [menu, setMenu] = useState<{ id: string; button: HTMLElement } | null>(null);
  const { activeId, ...grid } = useGrid(cards);
  const list = { ...(canEdit ? grid : { role: "list" }), "aria-labelledby": `lane-${lane}` };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const id = rowAround(target)?.dataset["card"];
    const tool = target.closest<HTMLElement>("[data-tool]");
    if (id === undefined) return;
    if (tool !== null) return setMenu({ id, button: tool });
    if (target.closest("a") === null || !isPlainClick(event)) return;
    event.preventDefault();
    onOpen(id);
  };
  const inMenu = menu === null ? undefined : cards.find(({ id }) => id === menu.id);
  return (
    <div className="relative min-h-16 flex-1">
      {cards.length === 0 ? (
        <p className="rounded-lg border border-dashed border-edge px-3 py-5 text-center text-xs/5 text-muted print:hidden">
          {emptyText}
        </p>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the clicks are those of the links and buttons inside, which have keys
        // biome-ignore lint/a11y/noStaticElementInteractions: it hears for them
        <div onClick={onClick} {...list}>
          {cards.map((view) => (
            <Row
              key={view.id}
              view={view}
              address={addressOfCard(search, view.id)}
              canEdit={canEdit}
              isActive={view.id === activeId}
            />
          ))}
        </div>
      )}
      <DropMark lane={lane} cards={cards} />
      {menu !== null && inMenu !== undefined && (
        <Suspense>
          <CardMenu view={inMenu} button={menu.button} onClose={() => setMenu(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** One stop of the tabulator for the lane; inside, the arrow keys walk. */
function useGrid(cards: readonly CardView[]) {
  const carrier = useCarrier();
  const [last, setLast] = useState<string | null>(null);
  const activeId = cards.some(({ id }) => id === last) ? last : (cards[0]?.id ?? null);
  const onFocus = ({ target }: FocusEvent) => setLast(rowAround(target)?.dataset["card"] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const isLifting = target.dataset["tool"] === "move" && (event.key === "Enter" || event.key === " ");
    const next = isLifting ? null : keyTarget(target, event.key);
    if (isLifting) carrier.lift(rowAround(target)?.dataset["card"] ?? "", "keys");
    else if (next === null) return;
    event.preventDefault();
    next?.focus();
  };
  return { activeId, role: "grid", onFocus, onKeyDown };
}

interface RowProps {
  readonly view: CardView;
  readonly address: string;
  readonly canEdit: boolean;
  readonly isActive: boolean;
}

/** Painted anew only when something of its own changes. */
const Row = memo(function Row({ view, address, canEdit, isActive }: RowProps) {
  const { t } = useTranslation("board");
  const isCarried = useIsCarried(view.id);
  const title = view.initiative.title.trim() || t("card.untitled");
  return (
    <div
      {...(canEdit ? { role: "row", "aria-label": title } : { role: "listitem" })}
      data-card={view.id}
      className={classNames(
        "mb-2.5 rounded-lg",
        isCarried && "outline-2 -outline-offset-1 outline-dashed outline-primary",
      )}
    >
      <div role={canEdit ? "gridcell" : undefined}>
        <Card
          view={view}
          title={
            <a
              href={address}
              draggable={false}
              tabIndex={canEdit && !isActive ? -1 : undefined}
              className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-primary"
            >
              {title}
            </a>
          }
          tools={canEdit && <CardTools title={title} />}
        />
      </div>
    </div>
  );
});
