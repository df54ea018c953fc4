import { useState } from "react";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import { SMALLEST_SHOWN_GROUP } from "#domain/live/participant.ts";
import { NoteWriter } from "./note-writer.tsx";
import { OwnNoteList } from "./own-note-list.tsx";
import { usePhone } from "./phone-context.ts";
import { ReadyButton } from "./ready-button.tsx";

/** Writing alone: what is told about it first, one field, one's own notes, and "Jeg er klar". */
export function WritingTask() {
  const { item, own } = usePhone();
  const [editedId, setEditedId] = useState<string | null>(null);
  if (item === null) return null;
  const notes = own.notes.filter(({ itemId }) => itemId === item.id);
  const edited = notes.find(({ id }) => id === editedId) ?? null;
  return (
    <div className="grid gap-5">
      <div className="grid gap-2.5">
        <Told item={item} />
        <NoteWriter key={edited?.id ?? "new"} item={item} edited={edited} onDone={() => setEditedId(null)} />
      </div>
      <OwnNoteList notes={notes} onEdit={setEditedId} />
      <ReadyButton />
    </div>
  );
}

/** How far it is private, before anything is written. */
function Told({ item: { anonymity, reveal } }: { readonly item: AgendaItem }) {
  const { t } = useTranslation(["phone", "live"]);
  return (
    <p className="rounded-lg bg-primary-on px-3.5 py-2.5 text-primary">
      <strong className="font-semibold">{t(`live:promise.${anonymity}`, { count: SMALLEST_SHOWN_GROUP })}</strong>{" "}
      {t(`write.until.${reveal}`)}
    </p>
  );
}
