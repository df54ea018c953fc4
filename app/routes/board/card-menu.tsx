import { EllipsisVertical } from "lucide-react";
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "#app/components/button.tsx";
import { popoverClass, popoverItemClass } from "#app/components/popover.ts";
import { LaneMark } from "#app/components/status-bar.tsx";
import { LANES, laneOf } from "#domain/initiative.ts";
import { useCardCommands } from "./use-card-commands.ts";
import type { CardView } from "./use-card-views.ts";

/** Everything that dragging does, without dragging. */
export function CardMenu({ view: { initiative } }: { readonly view: CardView }) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation("vocabulary");
  const { move, moveTo, bin } = useCardCommands(initiative);
  const title = initiative.title.trim() || t("card.untitled");
  return (
    <MenuTrigger>
      <IconButton size="small" label={t("card.more", { title })} className="w-6! text-muted!">
        <EllipsisVertical aria-hidden="true" />
      </IconButton>
      <Popover placement="bottom end" className={popoverClass}>
        <Menu aria-label={t("card.more", { title })} className="outline-none">
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
      </Popover>
    </MenuTrigger>
  );
}
