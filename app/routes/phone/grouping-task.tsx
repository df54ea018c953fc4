import { ChevronDown, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { titleOfHint } from "#app/live/group-hints/group-hints.ts";
import { HintList } from "#app/live/group-hints/hint-list.tsx";
import { useGroupHints } from "#app/live/group-hints/use-group-hints.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import { GroupCard } from "./group-card.tsx";
import { GroupNote } from "./group-note.tsx";
import { isAtHand } from "./groups.ts";
import { MoveBar } from "./move-bar.tsx";
import { usePhone } from "./phone-context.ts";
import { ReadyButton } from "./ready-button.tsx";
import { type GroupingTable, useGroupingTable } from "./use-grouping-table.ts";
import { useKey } from "./use-key.ts";

/** Everybody moves the same notes: choose some, then where they go. All of it by keyboard too. */
export function GroupingTask() {
  const { item } = usePhone();
  return item === null ? null : <Grouping key={item.id} />;
}

function Grouping() {
  const { t } = useTranslation(["phone", "live"]);
  const table = useGroupingTable();
  const { groups, loose, chosen, grouping, carrying, said } = table;
  const [isAsked, setAsked] = useState(false);
  // "Flyt til …" for what is chosen, or for the note that has the focus.
  useKey("m", () => {
    const note = document.activeElement?.closest<HTMLElement>("[data-note]")?.dataset["note"];
    if (chosen.length === 0 && note !== undefined) table.toggle(note);
    if (chosen.length > 0 || note !== undefined) setAsked(true);
  });
  return (
    <div className="grid gap-4 pb-24">
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted">{t(`live:note.${table.word}.choose`)}</p>
        <Button onPress={table.undo} isDisabled={!grouping.canUndo} className="min-h-11">
          <Undo2 className="size-4.5" aria-hidden="true" />
          {t("group.undo")}
        </Button>
      </div>
      <Suggested table={table} />
      {groups.map((group) => (
        <GroupCard key={group.id} group={group} table={table} />
      ))}
      <section>
        <h2 className="mb-2 text-[13px]/5">{t("group.loose", { count: loose.length })}</h2>
        <ul className="grid gap-2">
          {loose.map((note) => (
            <GroupNote key={note.id} note={note} table={table} />
          ))}
        </ul>
      </section>
      <ReadyButton />
      <p
        role="status"
        className={
          said === "" || chosen.length > 0
            ? "sr-only"
            : "sticky bottom-3 z-10 rounded-lg bg-ink px-4 py-2.5 font-medium text-white shadow-pop"
        }
      >
        {said}
      </p>
      {chosen.length > 0 && <MoveBar table={table} isAsked={isAsked} onFocus={() => setAsked(false)} />}
      {carrying.carried !== null && (
        <p
          aria-hidden="true"
          className="fixed inset-x-4 bottom-4 z-20 mx-auto max-w-xl rounded-lg bg-ink px-4 py-2.5 text-white shadow-pop"
        >
          {carrying.carried.name} → {carrying.carried.targets[carrying.carried.at]?.name}
        </p>
      )}
    </div>
  );
}

/** Closed until it is asked for: grouping is the people's, this is a hint. */
function Suggested({ table: { tableId, create, moveTo } }: { readonly table: GroupingTable }) {
  const { t } = useTranslation("live");
  const { view, item, me } = usePhone();
  const mayMove = item === null ? () => false : isAtHand(item, tableId);
  const suggested = useGroupHints({ workshopId: me.workshopId, view, item, mayMove });
  if (suggested.hints.length === 0) return null;
  return (
    <details>
      <summary className="flex min-h-11 items-center text-primary">
        {t("hint.heading", { count: suggested.hints.length })}
        <ChevronDown className="ml-2 size-4" aria-hidden="true" />
      </summary>
      <HintList
        {...suggested}
        accept={(hint) =>
          void (hint.into === null ? create(titleOfHint(hint), hint.notes) : moveTo(hint.notes, hint.into.id))
        }
      />
    </details>
  );
}
