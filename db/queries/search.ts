/** Full-text search over initiatives; actors are found by `suggestActors`. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { initiativeText } from "#db/schema/initiative.ts";
import { fold } from "#domain/fold.ts";

/** The trigram index knows no shorter text. */
const TRIGRAM = 3;

export interface SearchableInitiative {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly descriptionText: string;
}

const writeText = prepared((db) =>
  db
    .insert(initiativeText)
    .values({
      boardId: sql.placeholder("boardId"),
      initiativeId: sql.placeholder("initiativeId"),
      title: sql.placeholder("title"),
      body: sql.placeholder("body"),
    })
    .onConflictDoUpdate({
      target: [initiativeText.boardId, initiativeText.initiativeId],
      set: { title: sql`excluded.title`, body: sql`excluded.body` },
      setWhere: sql`${initiativeText.title} <> excluded.title or ${initiativeText.body} <> excluded.body`,
    })
    .prepare(),
);

/** Puts an initiative into the index, or brings it up to date; the projection calls it in its own transaction. */
export function indexInitiativeText(db: Database, initiative: SearchableInitiative): void {
  const { boardId, initiativeId, title, descriptionText } = initiative;
  writeText(db).run({ boardId, initiativeId, title: fold(title), body: fold(descriptionText) });
}

export interface FoundInitiative {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly organisationName: string;
  readonly workshopTitle: string;
}

/**
 * Initiatives that hold every word of the query, also inside longer words; titles first, newest first.
 *
 * @param search.boardIds the boards that the person may read: nothing else is found or counted
 */
export async function searchInitiatives(
  db: Database,
  search: { query: string; boardIds: readonly string[]; limit: number },
): Promise<FoundInitiative[]> {
  const words = wordsOf(search.query);
  const [first] = words;
  if (first === undefined) return [];
  const inner = words.filter((word) => word.length >= TRIGRAM).map(quoted);
  const beginnings = words.filter((word) => word.length < TRIGRAM).map((word) => `${quoted(word)}*`);
  return db.all<FoundInitiative>(sql`
    select i.board_id as boardId, i.id as initiativeId, i.title,
      o.name as organisationName, w.title as workshopTitle
    from initiative_text t
    join initiative i on i.board_id = t.board_id and i.id = t.initiative_id and i.binned_at is null
    join board b on b.id = t.board_id and b.deleted_at is null
    join organisation o on o.id = b.organisation_id
    join workshop w on w.id = b.workshop_id
    where t.board_id in (select value from json_each(${JSON.stringify(search.boardIds)}))
      ${inner.length > 0 ? sql`and t.id in (select rowid from initiative_trigram(${inner.join(" AND ")}))` : sql``}
      ${beginnings.length > 0 ? sql`and t.id in (select rowid from initiative_word(${beginnings.join(" AND ")}))` : sql``}
    order by instr(' ' || t.title, ${` ${first}`}) = 0, instr(t.title, ${first}) = 0, i.updated_at desc, i.id
    limit ${search.limit}`);
}

const wordsOf = (query: string): string[] => fold(query).match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** A string of FTS5's query language; words hold letters and digits only. */
const quoted = (word: string): string => `"${word}"`;
