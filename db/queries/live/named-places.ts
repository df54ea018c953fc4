/** Where on a workshop's boards somebody has written the name of a person who took part: anonymising takes no text from a board. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { comment, commentThread } from "#db/schema/comment.ts";
import { initiative } from "#db/schema/initiative.ts";
import { participant } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { nameFinder } from "#domain/names-in-text.ts";

export const NAMED_FIELDS = ["title", "description", "comment"] as const;
export type NamedField = (typeof NAMED_FIELDS)[number];

export interface NamedPlace {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly title: string;
  /** It lies in the bin. */
  readonly isBinned: boolean;
  readonly fields: readonly NamedField[];
  readonly names: readonly string[];
}

/** On these boards, board by board. */
export async function findNamedPlaces(
  db: Database,
  { workshopId, boardIds }: { workshopId: string; boardIds: readonly string[] },
): Promise<NamedPlace[]> {
  const find = nameFinder(namesOf(db, workshopId));
  const comments = commentsOn(db, boardIds);
  const rows = db
    .select({
      boardId: initiative.boardId,
      initiativeId: initiative.id,
      title: initiative.title,
      description: initiative.descriptionText,
      binnedAt: initiative.binnedAt,
    })
    .from(initiative)
    .where(inArray(initiative.boardId, [...boardIds]))
    .orderBy(initiative.sortOrder, initiative.id)
    .all();
  const places = rows.flatMap(({ title, description, binnedAt, ...key }): NamedPlace[] => {
    const said = comments.get(`${key.boardId} ${key.initiativeId}`) ?? [];
    const found = { title: find(title), description: find(description), comment: said.flatMap(find) };
    const fields = NAMED_FIELDS.filter((field) => found[field].length > 0);
    const names = [...new Set(fields.flatMap((field) => found[field]))];
    return fields.length === 0 ? [] : [{ ...key, title, isBinned: binnedAt !== null, fields, names }];
  });
  return boardIds.flatMap((id) => places.filter(({ boardId }) => boardId === id));
}

const namesOf = (db: Database, workshopId: string): string[] =>
  db
    .select({ name: person.name })
    .from(participant)
    .innerJoin(person, eq(person.id, participant.personId))
    .where(eq(participant.workshopId, workshopId))
    .all()
    .map(({ name }) => name);

/** By board and initiative. */
function commentsOn(db: Database, boardIds: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = db
    .select({ boardId: commentThread.boardId, initiativeId: commentThread.initiativeId, text: comment.text })
    .from(comment)
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .where(and(inArray(commentThread.boardId, [...boardIds]), isNull(comment.deletedAt)))
    .all();
  const all = new Map<string, readonly string[]>();
  for (const { boardId, initiativeId, text } of rows) {
    const key = `${boardId} ${initiativeId}`;
    all.set(key, [...(all.get(key) ?? []), text]);
  }
  return all;
}
