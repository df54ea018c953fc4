import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { classNames } from "./class-names.ts";

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
}

export interface MenuProps {
  /** What the menu is for, read aloud when it opens. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly placement?: "bottom start" | "bottom end";
}

/** The looks of a floating list, shared by menus and suggestions. */
export const popoverClass =
  "z-50 min-w-48 max-w-[calc(100vw-16px)] overflow-auto rounded-lg border border-line bg-surface p-1 shadow-pop";
export const popoverItemClass =
  "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 py-1 text-sm/5 text-ink outline-none focus:bg-primary-on focus:text-primary disabled:opacity-50 selected:font-semibold";

/** Commands behind one button. Links belong in the page, not here. */
export function Menu({ label, trigger, entries, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} className={popoverClass}>
        <AriaMenu aria-label={label} className="outline-none">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              onAction={entry.run}
              isDisabled={entry.isDisabled ?? false}
              className={classNames(popoverItemClass, entry.isDanger && "text-overlap")}
            >
              {entry.icon}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
