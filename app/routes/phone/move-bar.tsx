import { useEffect, useRef } from "react";
import { Button } from "#app/components/button.tsx";
import { SelectField } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { NEW_GROUP, NO_GROUP } from "./groups.ts";
import type { GroupingTable } from "./use-grouping-table.ts";

export interface MoveBarProps {
  readonly table: GroupingTable;
  /** Somebody pressed the key for it. */
  readonly isAsked: boolean;
  readonly onFocus: () => void;
}

/** What to do with the chosen notes: the phone's own list of places, no dragging. */
export function MoveBar({ table, isAsked, onFocus }: MoveBarProps) {
  const { t } = useTranslation("phone");
  const { chosen, groups, moveTo, clear } = table;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    bar.current?.querySelector("select")?.focus();
    onFocus();
  }, [isAsked, onFocus]);
  return (
    <div ref={bar} className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface px-4.5 py-3 shadow-pop">
      <div className="mx-auto grid max-w-xl gap-2">
        <div className="flex items-center justify-between gap-3">
          <p className="font-semibold">{t("group.chosen", { count: chosen.length })}</p>
          <Button tone="plain" onPress={clear} className="min-h-11">
            {t("group.clear")}
          </Button>
        </div>
        <div className="flex items-end gap-2">
          <SelectField
            className="min-w-0 flex-1 [&_select]:min-h-12"
            label={t("group.moveTo")}
            value=""
            onChange={(id) => id !== "" && void moveTo(chosen, id)}
            options={[
              { value: "", label: t("group.choose") },
              ...groups.map(({ id, title }) => ({ value: id, label: title })),
              { value: NO_GROUP, label: t("group.noGroup") },
            ]}
          />
          <Button tone="primary" onPress={() => void moveTo(chosen, NEW_GROUP)} className="min-h-12 text-base">
            {t("group.newGroup")}
          </Button>
        </div>
      </div>
    </div>
  );
}
