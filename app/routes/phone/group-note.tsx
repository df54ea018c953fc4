import { GripVertical } from "lucide-react";
import { useTranslation } from "#app/text/use-translation.ts";
import { NEW_GROUP, NO_GROUP } from "./groups.ts";
import { NoteSource, type NoteWithId } from "./shown-notes.tsx";
import type { GroupingTable } from "./use-grouping-table.ts";

export interface GroupNoteProps {
  readonly note: NoteWithId;
  readonly table: GroupingTable;
}

/** A note to choose; its handle is for the keyboard. */
export function GroupNote({ note, table }: GroupNoteProps) {
  const { t } = useTranslation("phone");
  const { id, text, clusterId } = note;
  const { carrying, groups } = table;
  const isCarried = carrying.carried?.id === id;
  const targets = [
    ...groups.filter((group) => group.id !== clusterId).map((group) => ({ id: group.id, name: group.title })),
    { id: NEW_GROUP, name: t("group.newGroup") },
    ...(clusterId === null ? [] : [{ id: NO_GROUP, name: t("group.noGroup") }]),
  ];
  return (
    <li
      data-note={id}
      className="flex items-stretch rounded-lg border border-line bg-[#faf2e4] has-checked:border-primary has-checked:bg-primary-on"
    >
      <label className="flex min-h-11 min-w-0 flex-1 items-start gap-3 px-3 py-2.5">
        <input
          type="checkbox"
          checked={table.chosen.some((each) => each.id === id)}
          onChange={() => table.toggle(id)}
          className="mt-0.5 size-5 shrink-0 accent-primary"
        />
        <span className="min-w-0 text-base/6">
          {text}
          <NoteSource note={note} />
        </span>
      </label>
      <button
        type="button"
        aria-label={t("group.lift", { name: text })}
        aria-pressed={isCarried}
        onKeyDown={(event) => carrying.onKeyDown(event, { id, name: text, targets })}
        onBlur={carrying.onBlur}
        className="grid w-9 place-items-center text-muted aria-pressed:bg-primary aria-pressed:text-white"
      >
        <GripVertical className="size-4.5" aria-hidden="true" />
      </button>
    </li>
  );
}
