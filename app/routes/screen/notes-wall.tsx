import { CardsWall } from "#app/live/wall/cards-wall.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import type { AgendaItem } from "#domain/live/agenda.ts";
import type { LiveView, ShownNote } from "#domain/live/view.ts";

/** What has been written: how much of it while it is hidden; then the notes, by cluster once there are clusters. */
export function NotesWall({ view, source }: { readonly view: LiveView; readonly source: AgendaItem | null }) {
  const { t } = useTranslation("screen");
  if (source === null) return null;
  const hidden = view.counts[source.id]?.hidden ?? 0;
  const cards = cardsOf(view, source.id).map(({ notes, ...card }) => ({
    ...card,
    by: notes === null ? card.by : t("notes", { count: notes }),
  }));
  if (cards.length === 0) return <p className="text-[1.5em] text-white/75">{t("hiddenNotes", { count: hidden })}</p>;
  return <CardsWall cards={cards} also={hidden > 0 ? t("hiddenNotes", { count: hidden }) : null} />;
}

interface WrittenCard {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** How many notes stand behind it; null for a note of its own. */
  readonly notes: number | null;
}

function cardsOf(view: LiveView, itemId: string): readonly WrittenCard[] {
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
