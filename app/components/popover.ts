/** The looks of a floating list, shared by menus and suggestions. */
export const popoverClass =
  "z-50 min-w-48 max-w-[calc(100vw-16px)] overflow-auto rounded-lg border border-line bg-surface p-1 shadow-pop";
export const popoverItemClass =
  "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 py-1 text-sm/5 text-ink outline-none focus:bg-primary-on focus:text-primary disabled:opacity-50 selected:font-semibold";
