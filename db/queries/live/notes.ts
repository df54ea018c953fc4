/**
 * Notes: what people write, private until it is revealed. Who wrote one is stored only where names are shown; in the other modes the
 * phone alone can prove that a note is its own, by a secret of which the hash is kept here.
 */
import { and, count, eq, isNull, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agendaItem, note } from "#db/schema/live.ts";
import { type AgendaItem, collectsNotes, NOTE_LIMIT } from "#domain/live/agenda.ts";
import type { Participant } from "#domain/live/participant.ts";
import { revealOne } from "./reveal.ts";

/** Nobody writes so many; a script could. */
const NOTES_IN_ITEM = 5_000;

export interface WrittenNote {
  /** Made on the phone: the same note sent twice is one. */
  readonly id: string;
  readonly itemId: string;
  readonly laneId: string | null;
  readonly text: string;
  /** Of the phone's secret for this note. */
  readonly secretHash: string;
}

export type NoteRefusal = "empty" | "too-long" | "no-such-item" | "no-such-lane" | "not-yours" | "shown" | "full";
/** `isShown` is there when everybody sees it at once. */
export type NoteResult =
  | { readonly kept: true; readonly isShown?: true }
  | { readonly kept: false; readonly refused: NoteRefusal };

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
type Author = Pick<Participant, "id" | "workshopId" | "organisationId" | "tableId">;

/**
 * Keeps a note, or what it says now when it is there already and has not been shown. One that was taken back stays away, whichever of
 * the two messages comes last.
 *
 * @param random for the place of one that is shown at once
 */
export async function writeNote(
  db: Database,
  { author, written, at, random }: { author: Author; written: WrittenNote; at: number; random: () => number },
): Promise<NoteResult> {
  const text = written.text.trim();
  if (text === "") return { kept: false, refused: "empty" };
  if (text.length > NOTE_LIMIT) return { kept: false, refused: "too-long" };
  return db.transaction((tx): NoteResult => {
    const there = tx.select().from(note).where(eq(note.id, written.id)).get();
    if (there !== undefined) return rewrite(tx, there, { author, written: { ...written, text } });
    const item = itemOf(tx, author.workshopId, written.itemId);
    const refused = whyNot(tx, item, written);
    if (item === undefined || refused !== null) return { kept: false, refused: refused ?? "no-such-item" };
    tx.insert(note)
      .values({ ...rowOf(item, author, written), text })
      .run();
    if (item.reveal !== "at-once") return { kept: true };
    revealOne(tx, { noteId: written.id, at: momentOf(item, at), random });
    return { kept: true, isShown: true };
  });
}

/** The moment at which somebody wrote would tell who it was. */
const momentOf = ({ anonymity, startedAt }: StoredItem, at: number): number =>
  anonymity === "named" ? at : (startedAt ?? at);

type StoredItem = typeof agendaItem.$inferSelect;

const itemOf = (tx: Transaction, workshopId: string, itemId: string): StoredItem | undefined =>
  tx
    .select()
    .from(agendaItem)
    .where(and(eq(agendaItem.id, itemId), eq(agendaItem.workshopId, workshopId)))
    .get();

/** An item that has begun takes notes to the end of the day: a phone may have been without network when it was over. */
function whyNot(tx: Transaction, item: StoredItem | undefined, { laneId }: WrittenNote): NoteRefusal | null {
  if (item === undefined || !collectsNotes(item) || item.startedAt === null) return "no-such-item";
  if (!isLane(item, laneId)) return "no-such-lane";
  const kept = tx.select({ notes: count() }).from(note).where(eq(note.itemId, item.id)).get();
  return (kept?.notes ?? 0) >= NOTES_IN_ITEM ? "full" : null;
}

const isLane = ({ lanes }: Pick<AgendaItem, "lanes">, laneId: string | null): boolean =>
  lanes.length === 0 ? laneId === null : lanes.some(({ id }) => id === laneId);

/** What is stored of who wrote it, as the participants were told. */
function rowOf({ id, anonymity }: StoredItem, author: Author, written: WrittenNote): typeof note.$inferInsert {
  return {
    id: written.id,
    workshopId: author.workshopId,
    itemId: id,
    laneId: written.laneId,
    tableId: author.tableId,
    organisationId: anonymity === "anonymous" ? null : author.organisationId,
    participantId: anonymity === "named" ? author.id : null,
    secretHash: anonymity === "named" ? null : written.secretHash,
    text: "",
  };
}

type StoredNote = typeof note.$inferSelect;

function rewrite(
  tx: Transaction,
  there: StoredNote,
  { author, written }: { author: Author; written: WrittenNote },
): NoteResult {
  if (there.workshopId !== author.workshopId || !isOwn(there, author, written))
    return { kept: false, refused: "not-yours" };
  if (there.binnedAt !== null) return { kept: true };
  if (there.text === written.text && there.laneId === written.laneId) return { kept: true };
  if (there.revealedAt !== null) return { kept: false, refused: "shown" };
  const item = itemOf(tx, author.workshopId, there.itemId);
  if (item === undefined || !isLane(item, written.laneId)) return { kept: false, refused: "no-such-lane" };
  tx.update(note).set({ text: written.text, laneId: written.laneId }).where(eq(note.id, there.id)).run();
  return { kept: true };
}

const isOwn = (
  { participantId, secretHash }: StoredNote,
  author: Author,
  by: Pick<WrittenNote, "secretHash">,
): boolean => (participantId === null ? secretHash === by.secretHash : participantId === author.id);

/** Takes back a note that has not been shown. What it said is gone at once: nobody has read it. */
export async function removeNote(
  db: Database,
  { author, noteId, secretHash, at }: { author: Author; noteId: string; secretHash: string; at: number },
): Promise<NoteResult> {
  return db.transaction((tx): NoteResult => {
    const there = tx
      .select()
      .from(note)
      .where(and(eq(note.id, noteId), eq(note.workshopId, author.workshopId)))
      .get();
    if (there === undefined) return { kept: true };
    if (!isOwn(there, author, { secretHash })) return { kept: false, refused: "not-yours" };
    if (there.revealedAt !== null) return { kept: false, refused: "shown" };
    tx.update(note).set({ text: "", binnedAt: at }).where(eq(note.id, noteId)).run();
    return { kept: true };
  });
}

export interface OwnNote {
  readonly id: string;
  readonly itemId: string;
  readonly laneId: string | null;
  readonly text: string;
}

/** Those that are stored with their author: a phone that is new to its participant shows them. The others only their phone knows. */
export async function ownNotes(db: Database, { id, workshopId }: Author): Promise<OwnNote[]> {
  return listNotes(db, and(eq(note.workshopId, workshopId), eq(note.participantId, id)));
}

const listNotes = (db: Database, which: SQL | undefined): OwnNote[] =>
  db
    .select({ id: note.id, itemId: note.itemId, laneId: note.laneId, text: note.text })
    .from(note)
    .where(and(which, isNull(note.binnedAt)))
    .orderBy(note.id)
    .all();

export interface HiddenNote extends OwnNote {
  /** A facilitator has said that it is not to be shown. */
  readonly isHidden: boolean;
}

/** What has not been shown, for the facilitator alone; in an order that tells nothing. */
export async function hiddenNotes(db: Database, itemId: string): Promise<HiddenNote[]> {
  return db
    .select({ id: note.id, itemId: note.itemId, laneId: note.laneId, text: note.text, hiddenAt: note.hiddenAt })
    .from(note)
    .where(and(eq(note.itemId, itemId), isNull(note.revealedAt), isNull(note.binnedAt)))
    .orderBy(note.id)
    .all()
    .map(({ hiddenAt, ...shown }) => ({ ...shown, isHidden: hiddenAt !== null }));
}
