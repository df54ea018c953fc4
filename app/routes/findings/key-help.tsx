import type { ReactNode } from "react";
import { useTranslation } from "#app/text/use-translation.ts";

/** The keys that work in the list; only for those who have a keyboard beside a wide screen. */
export function KeyHelp({ canAnswer, canPlace }: { readonly canAnswer: boolean; readonly canPlace: boolean }) {
  const { t } = useTranslation("findings");
  return (
    <p className="text-[13px] text-muted max-md:hidden print:hidden">
      <span className="sr-only">{t("keys.label")}: </span>
      <Key>J</Key> <Key>K</Key> {t("keys.move")}
      {canAnswer && (
        <>
          {" · "}
          <Key>1</Key>–<Key>6</Key> {t("keys.answer")} · <Key>N</Key> {t("keys.note")}
        </>
      )}
      {canPlace && (
        <>
          {" · "}
          <Key>T</Key> {t("keys.table")}
        </>
      )}
    </p>
  );
}

function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-[4px] border border-line bg-surface px-1 text-center font-sans text-xs/4 font-semibold text-ink">
      {children}
    </kbd>
  );
}
