import { useTableName } from "#app/components/table-name.ts";
import { CardsWall } from "#app/live/wall/cards-wall.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { type AgendaItem, noteWord } from "#domain/live/agenda.ts";
import type { LiveView, ShownNote } from "#domain/live/view.ts";

/** What has been written: how much of it while it is hidden; then the notes, by cluster once there are clusters. */
export function NotesWall({ view, source }: { readonly view: LiveView; readonly source: AgendaItem | null }) {
  const { t } = useTranslation("live");
  if (source === null) return null;
  const word = noteWord(source);
  const hidden = view.counts[source.id]?.hidden ?? 0;
  const cards = cardsOf(view, source.id).map(({ notes, ...card }) => ({
    ...card,
    by: notes === null ? card.by : t(`note.${word}.count`, { count: notes }),
  }));
  if (cards.length === 0) return <Progress view={view} source={source} />;
  return <CardsWall cards={cards} also={hidden > 0 ? t(`note.${word}.hidden`, { count: hidden }) : null} />;
}

/** How much is written while it is hidden, and at which tables. */
function Progress({ view, source }: { readonly view: LiveView; readonly source: AgendaItem }) {
  const { t } = useTranslation("live");
  const tableName = useTableName();
  const count = view.counts[source.id];
  const tables = Object.entries(view.tables).sort(([, a], [, b]) => a.number - b.number);
  return (
    <>
      <p className="text-[1.6em] font-semibold">
        {t(`note.${noteWord(source)}.hidden`, { count: count?.hidden ?? 0 })}
      </p>
      <ul className="mt-[1.2em] grid max-w-[30em] grid-cols-2 gap-x-[1.8em] gap-y-[0.5em] text-[1.35em]">
        {tables.map(([id, table]) => (
          <li key={id} className="flex justify-between gap-[1em] border-b border-white/20 pb-[0.2em]">
            <span className="truncate text-white/85">{tableName(table)}</span>
            <span className="font-semibold text-amber-bright tabular-nums">{count?.byTable[id] ?? 0}</span>
          </li>
        ))}
      </ul>
    </>
  );
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
