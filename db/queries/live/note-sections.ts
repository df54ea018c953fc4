/** What everybody may see of notes and clusters: counts before the reveal, texts after it. */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem, cluster, note, participant } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { SMALLEST_SHOWN_GROUP } from "#domain/live/participant.ts";
import type { LiveView, NoteCount, ShownNote } from "#domain/live/view.ts";

/** How much has been written, by item. What a facilitator has hidden is counted nowhere. */
export function countsIn(db: Database, workshopId: string): LiveView["counts"] {
  const rows = db
    .select({
      itemId: note.itemId,
      laneId: note.laneId,
      tableId: note.tableId,
      hidden: sql<number>`sum(${note.revealedAt} is null)`,
      shown: sql<number>`sum(${note.revealedAt} is not null)`,
    })
    .from(note)
    .where(and(eq(note.workshopId, workshopId), isNull(note.hiddenAt), isNull(note.binnedAt)))
    .groupBy(note.itemId, note.laneId, note.tableId)
    .all();
  const counts: Record<string, NoteCount> = {};
  for (const row of rows) counts[row.itemId] = added(counts[row.itemId] ?? NONE, row);
  return counts;
}

const NONE: NoteCount = { hidden: 0, shown: 0, byTable: {}, byLane: {} };

type Counted = Pick<NoteCount, "hidden" | "shown"> & {
  readonly laneId: string | null;
  readonly tableId: string | null;
};

function added(count: NoteCount, { hidden, shown, laneId, tableId }: Counted): NoteCount {
  const more = (by: Readonly<Record<string, number>>, id: string | null) =>
    id === null ? by : { ...by, [id]: (by[id] ?? 0) + hidden + shown };
  return {
    hidden: count.hidden + hidden,
    shown: count.shown + shown,
    byTable: more(count.byTable, tableId),
    byLane: more(count.byLane, laneId),
  };
}

/** The revealed, with as much of who wrote them as was told before they were written. */
export function notesIn(db: Pick<Database, "select">, workshopId: string): LiveView["notes"] {
  const rows = db
    .select({
      id: note.id,
      itemId: note.itemId,
      laneId: note.laneId,
      tableId: note.tableId,
      text: note.text,
      name: person.name,
      organisationId: note.organisationId,
      clusterId: note.clusterId,
      order: note.sortOrder,
      anonymity: agendaItem.anonymity,
    })
    .from(note)
    .innerJoin(agendaItem, eq(agendaItem.id, note.itemId))
    .leftJoin(participant, eq(participant.id, note.participantId))
    .leftJoin(person, eq(person.id, participant.personId))
    .where(
      and(eq(note.workshopId, workshopId), isNotNull(note.revealedAt), isNull(note.hiddenAt), isNull(note.binnedAt)),
    )
    .all();
  const isLarge = largeGroups(db, workshopId);
  return Object.fromEntries(
    rows.map(({ id, anonymity, order, organisationId, ...shown }): [string, ShownNote] => [
      id,
      { ...shown, order: order ?? "", organisationId: shownOrganisation(anonymity, organisationId, isLarge) },
    ]),
  );
}

/** Where only the kommune is shown, a small one would be barely anonymous. */
function shownOrganisation(
  anonymity: string,
  organisationId: string | null,
  isLarge: ReadonlySet<string>,
): ShownNote["organisationId"] {
  if (anonymity === "anonymous") return null;
  if (anonymity === "named") return organisationId;
  return organisationId !== null && isLarge.has(organisationId) ? organisationId : "others";
}

function largeGroups(db: Pick<Database, "select">, workshopId: string): ReadonlySet<string> {
  const rows = db
    .select({ organisationId: participant.organisationId, people: sql<number>`count(*)` })
    .from(participant)
    .where(eq(participant.workshopId, workshopId))
    .groupBy(participant.organisationId)
    .all();
  return new Set(
    rows.flatMap(({ organisationId, people }) =>
      organisationId !== null && people >= SMALLEST_SHOWN_GROUP ? [organisationId] : [],
    ),
  );
}

export function clustersIn(db: Pick<Database, "select">, workshopId: string): LiveView["clusters"] {
  const rows = db
    .select()
    .from(cluster)
    .where(and(eq(cluster.workshopId, workshopId), isNull(cluster.binnedAt)))
    .all();
  return Object.fromEntries(
    rows.map(({ id, itemId, laneId, tableId, title, sortOrder: order }) => [
      id,
      { itemId, laneId, tableId, title, order },
    ]),
  );
}
