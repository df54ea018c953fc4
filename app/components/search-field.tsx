import { Search } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import { classNames } from "./class-names.ts";
import { showToast } from "./toast.tsx";

// The dialog is fetched when somebody searches.
const loadDialog = () => import("./search-dialog.tsx");
const SearchDialog = lazy(loadDialog);

/** Looks like a field, opens the search; Ctrl K (or ⌘ K) opens it from anywhere. */
export function SearchField({ isCompact = false }: { readonly isCompact?: boolean }) {
  const { t } = useTranslation("common");
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => {
    const unreachable = () => showToast({ text: t("withoutAnswer.unreachable") });
    // A part that does not come would take the page down with it.
    void loadDialog().then(() => setOpen(true), unreachable);
  }, [t]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);
  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-label={t("search.open")}
        aria-keyshortcuts="Control+K Meta+K"
        className={classNames(
          "flex h-9 items-center gap-2 noscript:hidden rounded-full border border-[#cbc5b7] bg-surface text-xs text-muted hover:border-primary",
          isCompact ? "w-9 justify-center" : "w-9 justify-center lg:w-60 lg:justify-start lg:px-3",
        )}
      >
        <Search className="size-4 shrink-0" aria-hidden="true" />
        {!isCompact && <span className="hidden flex-1 text-left lg:inline">{t("search.open")}</span>}
        {!isCompact && <span className="hidden lg:inline">{t("search.shortcut")}</span>}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
