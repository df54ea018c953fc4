import { useTranslation } from "#app/text/use-translation.ts";
import { sourceOf } from "#domain/live/agenda.ts";
import { agendaOf, type LiveView, type ShownNote } from "#domain/live/view.ts";
import { usePhone } from "./phone-context.ts";

/** What has been shown of the notes that this item is about, lane by lane. */
export function ShownNotes() {
  const { t } = useTranslation("phone");
  const { view, item } = usePhone();
  const source = item === null ? null : sourceOf(agendaOf(view), item.id);
  const notes = shownNotesOf(view, source?.id ?? "");
  const waiting = view.counts[source?.id ?? ""]?.hidden ?? 0;
  const lanes = [...(source?.lanes ?? []), { id: null, title: "" }];
  return (
    <div className="grid gap-4">
      {notes.length === 0 ? (
        <p className="text-base/6">{t("notes.none")}</p>
      ) : (
        <h2 className="text-[13px]/5">{t("notes.heading", { count: notes.length })}</h2>
      )}
      {waiting > 0 && <p className="text-muted">{t("notes.waiting", { count: waiting })}</p>}
      {lanes.map(({ id, title }) => (
        <Lane key={id} title={title} notes={notes.filter(({ laneId }) => laneId === id)} />
      ))}
    </div>
  );
}

export type NoteWithId = ShownNote & { readonly id: string };

/** In the order of their reveal, which is by chance. */
export const shownNotesOf = ({ notes }: LiveView, itemId: string): NoteWithId[] =>
  Object.entries(notes)
    .map(([id, note]) => ({ ...note, id }))
    .filter((note) => note.itemId === itemId)
    .sort((a, b) => (a.order < b.order ? -1 : 1));

function Lane({ title, notes }: { readonly title: string; readonly notes: readonly NoteWithId[] }) {
  if (notes.length === 0) return null;
  return (
    <section>
      {title !== "" && <h3 className="mb-1.5 text-[13px]/5">{title}</h3>}
      <ul className="grid gap-2">
        {notes.map((note) => (
          <li key={note.id} className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
            <p className="text-base/6">{note.text}</p>
            <NoteSource note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who wrote it, as far as it was told that it would be shown. */
export function NoteSource({ note }: { readonly note: Pick<ShownNote, "name" | "organisationId"> }) {
  const { t: live } = useTranslation("live");
  const { view } = usePhone();
  const { name, organisationId } = note;
  const place = organisationId === "others" ? live("others") : view.organisations[organisationId ?? ""]?.name;
  const source = [name, place].filter(Boolean).join(", ");
  return source === "" ? null : <p className="mt-0.5 text-[13px]/5 text-muted">{source}</p>;
}
