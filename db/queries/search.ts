/** Full-text search over initiatives; actors are found by `suggestActors`. */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { isOneOf } from "#db/one-of.ts";
import { inTransaction, prepared } from "#db/prepared.ts";
import { initiative, initiativeText } from "#db/schema/initiative.ts";
import { fold } from "#domain/fold.ts";

/** The trigram index knows no shorter text. */
const TRIGRAM = 3;

const statements = prepared((db) => ({
  stale: db
    .select({
      boardId: initiative.boardId,
      initiativeId: initiative.id,
      title: initiative.title,
      descriptionText: initiative.descriptionText,
    })
    .from(initiative)
    // As the index names it, which is read only when the words are the same.
    .where(sql`is_text_stale = 1`)
    .limit(sql.placeholder("most"))
    .prepare(),
  write: db
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
  done: db
    .update(initiative)
    .set({ isTextStale: false })
    .where(and(eq(initiative.boardId, sql.placeholder("boardId")), eq(initiative.id, sql.placeholder("initiativeId"))))
    .prepare(),
}));

/**
 * Brings the index up to what the rows say. Text is indexed apart from the rows: it costs more than all the rest, and a card
 * that somebody writes in needs it once, not with each word.
 *
 * @param most so many initiatives at a time
 * @returns how many there were
 */
export async function indexStaleText(db: Database, most: number): Promise<number> {
  const { stale, write, done } = statements(db);
  return inTransaction(db, () => {
    const found = stale.all({ most });
    for (const { boardId, initiativeId, title, descriptionText } of found) {
      write.run({ boardId, initiativeId, title: fold(title), body: fold(descriptionText) });
      done.run({ boardId, initiativeId });
    }
    return found.length;
  });
}

const INDEXES = ["initiative_trigram", "initiative_word"] as const;
/** Pages of the index written in one step: some milliseconds. */
const MERGE_PAGES = 100;

/**
 * One step of writing the indexes together, by which the words of what was deleted leave them.
 *
 * @param isFirst begins anew, with everything that is in them now
 * @returns false when nothing is left to be done
 */
export async function mergeSearchIndex(db: Database, isFirst: boolean): Promise<boolean> {
  const changes = () => db.get<{ n: number }>(sql`select total_changes() as n`).n;
  return INDEXES.map((index) => {
    const before = changes();
    const pages = isFirst ? -MERGE_PAGES : MERGE_PAGES;
    db.run(sql`insert into ${sql.raw(index)} (${sql.raw(index)}, rank) values ('merge', ${sql.raw(String(pages))})`);
    // So SQLite's manual tells whether a step still did something.
    return changes() - before >= 2;
  }).some((didSomething) => didSomething);
}

export interface FoundInitiative {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly organisationName: string;
  readonly workshopTitle: string;
}

/**
 * Initiatives that hold every word of the query, also inside longer words; titles first, newest first. Only what is in the
 * index is found: `indexStaleText` brings it up to the rows.
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
    where ${isOneOf(sql`t.board_id`, search.boardIds)}
      ${inner.length > 0 ? sql`and t.id in (select rowid from initiative_trigram(${inner.join(" AND ")}))` : sql``}
      ${beginnings.length > 0 ? sql`and t.id in (select rowid from initiative_word(${beginnings.join(" AND ")}))` : sql``}
    order by instr(' ' || t.title, ${` ${first}`}) = 0, instr(t.title, ${first}) = 0, i.updated_at desc, i.id
    limit ${search.limit}`);
}

const wordsOf = (query: string): string[] => fold(query).match(/[\p{Letter}\p{Number}]+/gu) ?? [];

/** A string of FTS5's query language; words hold letters and digits only. */
const quoted = (word: string): string => `"${word}"`;
