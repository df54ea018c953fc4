import { usePage } from "#app/live/wall/use-page.ts";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import type { LiveView, ShownNote } from "#domain/live/view.ts";

const PER_PAGE = 9;

/** What has been written: how much of it while it is hidden; then the notes, by cluster once there are clusters, page after page. */
export function NotesWall({ view, source }: { readonly view: LiveView; readonly source: AgendaItem | null }) {
  const { t } = useTranslation("screen");
  const count = source === null ? undefined : view.counts[source.id];
  const cards = source === null ? [] : cardsOf(view, source.id);
  const page = usePage(Math.ceil(cards.length / PER_PAGE));
  if (source === null) return null;
  if (cards.length === 0) {
    return <p className="text-[1.5em] text-white/75">{t("hiddenNotes", { count: count?.hidden ?? 0 })}</p>;
  }
  const shown = cards.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const more = cards.length - shown.length;
  return (
    <>
      <ul className="grid gap-[0.9em] sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((card) => (
          <li key={card.id} className="min-w-0 rounded-[0.7em] bg-[#f9f3e8] px-[1em] py-[0.8em] text-ink">
            <p className="line-clamp-4 text-[1.15em] font-semibold">{card.text}</p>
            <p className="mt-[0.4em] text-[0.85em] text-muted">
              {card.notes === null ? card.by : t("notes", { count: card.notes })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-[1em] flex gap-[1.5em] text-white/75">
        {more > 0 && <span>{t("moreNotes", { count: more })}</span>}
        {(count?.hidden ?? 0) > 0 && <span>{t("hiddenNotes", { count: count?.hidden ?? 0 })}</span>}
      </p>
    </>
  );
}

interface Card {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** How many notes stand behind it; null for a note of its own. */
  readonly notes: number | null;
}

function cardsOf(view: LiveView, itemId: string): readonly Card[] {
  const notes = Object.entries(view.notes).filter(([, note]) => note.itemId === itemId);
  const clusters = Object.entries(view.clusters).filter(([, cluster]) => cluster.itemId === itemId);
  const byOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : 1);
  return [
    ...clusters
      .sort(([, a], [, b]) => byOrder(a, b))
      .map(([id, { title }]) => ({
        id,
        text: title,
        by: "",
        notes: notes.filter(([, { clusterId }]) => clusterId === id).length,
      })),
    ...notes
      .filter(([, { clusterId }]) => clusterId === null)
      .sort(([, a], [, b]) => byOrder(a, b))
      .map(([id, note]) => ({ id, text: note.text, by: authorOf(view, note), notes: null })),
  ];
}

const authorOf = ({ organisations }: LiveView, { name, organisationId }: ShownNote): string =>
  [name, organisationId === null ? null : organisations[organisationId]?.name]
    .filter((part) => part !== null && part !== undefined)
    .join(", ");
