import { useMemo } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from "react-aria-components";
import { popoverClass, popoverItemClass } from "#app/components/popover.ts";
import { LaneMark } from "#app/components/status-bar.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type InitiativeSnapshot, LANES, laneOf } from "#domain/initiative.ts";
import { useCardCommands } from "./use-card-commands.ts";
import type { CardView } from "./use-card-views.ts";

export interface CardMenuProps {
  readonly view: CardView;
  /** The card's button, which the menu stands beside. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
}

/** Everything that dragging does, without dragging. One menu serves all cards of a lane. */
export default function CardMenu({ view, button, onClose }: CardMenuProps) {
  const { t } = useTranslation("board");
  const triggerRef = useMemo(() => ({ current: button }), [button]);
  const title = view.initiative.title.trim() || t("card.untitled");
  return (
    <Popover
      isOpen
      triggerRef={triggerRef}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      aria-label={t("card.more", { title })}
      className={popoverClass}
    >
      <Entries initiative={view.initiative} title={title} onClose={onClose} />
    </Popover>
  );
}

interface EntriesProps {
  readonly initiative: InitiativeSnapshot;
  readonly title: string;
  readonly onClose: () => void;
}

function Entries({ initiative, title, onClose }: EntriesProps) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const { move, moveTo, bin } = useCardCommands(initiative);
  return (
    <Menu aria-label={t("card.more", { title })} autoFocus="first" onClose={onClose} className="outline-none">
      <MenuSection>
        <Header className="px-2.5 pt-1 text-xs/5 font-semibold text-muted">{t("card.moveTo")}</Header>
        {LANES.filter((lane) => lane !== laneOf(initiative.status)).map((lane) => (
          <MenuItem key={lane} className={popoverItemClass} onAction={() => move(lane)}>
            <LaneMark lane={lane} />
            {word(`lane.${lane}`)}
          </MenuItem>
        ))}
        <MenuItem className={popoverItemClass} onAction={() => moveTo("first")}>
          {t("card.first")}
        </MenuItem>
        <MenuItem className={popoverItemClass} onAction={() => moveTo("last")}>
          {t("card.last")}
        </MenuItem>
      </MenuSection>
      <Separator className="my-1 h-px bg-line" />
      <MenuItem className={`${popoverItemClass} text-overlap`} onAction={bin}>
        {t("card.bin")}
      </MenuItem>
    </Menu>
  );
}
