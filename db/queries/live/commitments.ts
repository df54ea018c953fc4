/** Agreements: what the kommuner of a workshop promise each other, and what became of what they promised earlier. */
import { and, asc, desc, eq, inArray, lt, ne, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { inTransaction } from "#db/prepared.ts";
import { cluster, commitment, commitmentUpdate, note, workshopEntry } from "#db/schema/live.ts";
import { organisation } from "#db/schema/organisation.ts";
import { workshopOrganisation } from "#db/schema/workshop.ts";
import {
  type Commitment,
  type CommitmentDraft,
  type CommitmentProblems,
  type CommitmentStatus,
  isOpen,
  problemsOf,
} from "#domain/live/commitment.ts";
import type { LiveView, ShownCommitment } from "#domain/live/view.ts";
import { type Acting, isUnderWay, speaksFor } from "./acting.ts";
import { isSharedIdea } from "./ballot-targets.ts";
import { findRun } from "./run.ts";

export interface SavedCommitment extends CommitmentDraft {
  /** Made where it is written, so that what is sent twice is one. */
  readonly id: string;
  readonly workshopId: string;
  /** The revealed note or the cluster that it came from. */
  readonly originId: string | null;
  /** What the list of decisions says of it. */
  readonly decision: string;
  readonly today: string;
  readonly now: number;
}

type Refused =
  /** Nothing can be promised before it has begun or after it has ended, nor for somebody else. */
  | { readonly refused: "closed" | "forbidden" }
  | { readonly refused: "incomplete"; readonly problems: CommitmentProblems };
export type SaveResult = { readonly saved: true } | Refused;

/** Saves an agreement, or what was changed in it, with its line among the decisions. */
export async function saveCommitment(db: Database, acting: Acting, input: SavedCommitment): Promise<SaveResult> {
  return inTransaction(db, () => {
    const problems = problemsOf(input, input.today);
    if (!ownsNothingElse(db, acting, input)) return { refused: "forbidden" };
    if (!isUnderWay(db, input.workshopId)) return { refused: "closed" };
    if (Object.keys(problems).length > 0) return { refused: "incomplete", problems };
    if (!isMunicipalityOf(db, input)) return { refused: "incomplete", problems: { ownerId: "missing" } };
    write(db, input);
    return { saved: true };
  });
}

/** The agreement is new or theirs, and for a kommune that they speak for. */
function ownsNothingElse(db: Database, acting: Acting, { id, workshopId, ownerId }: SavedCommitment): boolean {
  const known = db.select().from(commitment).where(eq(commitment.id, id)).get();
  if (known !== undefined && (known.workshopId !== workshopId || !speaksFor(acting, known.ownerId))) return false;
  return ownerId === "" || speaksFor(acting, ownerId);
}

function isMunicipalityOf(db: Database, { workshopId, ownerId }: SavedCommitment): boolean {
  const found = db
    .select({ kind: organisation.kind })
    .from(workshopOrganisation)
    .innerJoin(organisation, eq(organisation.id, workshopOrganisation.organisationId))
    .where(and(eq(workshopOrganisation.workshopId, workshopId), eq(workshopOrganisation.organisationId, ownerId)))
    .get();
  return found?.kind === "municipality";
}

function write(db: Database, input: SavedCommitment): void {
  const { id, workshopId, what, ownerId, firstStep, due, decision: text, now } = input;
  const values = { what, ownerId, partners: [...input.partners], firstStep, due };
  db.insert(commitment)
    .values({ id, workshopId, ...values, originId: knownOrigin(db, input), createdAt: now })
    .onConflictDoUpdate({ target: commitment.id, set: values })
    .run();
  db.insert(workshopEntry)
    .values({ id, workshopId, kind: "decision", text, at: now })
    .onConflictDoUpdate({ target: workshopEntry.id, set: { text } })
    .run();
}

/** What nobody has been shown is no origin. */
function knownOrigin(db: Database, { originId, workshopId }: SavedCommitment): string | null {
  if (originId === null) return null;
  const shown = db
    .select({ id: note.id, revealedAt: note.revealedAt })
    .from(note)
    .where(and(eq(note.id, originId), eq(note.workshopId, workshopId)))
    .get();
  if (shown !== undefined) return shown.revealedAt === null ? null : shown.id;
  const group = and(eq(cluster.id, originId), eq(cluster.workshopId, workshopId));
  if (db.select({ id: cluster.id }).from(cluster).where(group).get() !== undefined) return originId;
  return isSharedIdea(db, workshopId, originId) ? originId : null;
}

interface Said {
  readonly workshopId: string;
  readonly commitmentId: string;
  /** Null takes back what was said. */
  readonly status: CommitmentStatus | null;
  readonly remark: string;
  readonly now: number;
}
type SayResult = { readonly saved: true } | { readonly refused: "closed" | "forbidden" };

/** A kommune says how it goes with an agreement of its own from an earlier workshop. */
export async function sayStatus(db: Database, acting: Acting, said: Said): Promise<SayResult> {
  return inTransaction(db, () => {
    const asked = earlierIn(db, said.workshopId).find(({ id }) => id === said.commitmentId);
    if (asked === undefined || !speaksFor(acting, asked.ownerId)) return { refused: "forbidden" };
    if (!isUnderWay(db, said.workshopId)) return { refused: "closed" };
    writeUpdate(db, said);
    const [last] = db
      .select({ status: commitmentUpdate.status })
      .from(commitmentUpdate)
      .where(eq(commitmentUpdate.commitmentId, said.commitmentId))
      .orderBy(desc(commitmentUpdate.at))
      .limit(1)
      .all();
    const ofIt = eq(commitment.id, said.commitmentId);
    db.update(commitment)
      .set({ status: last?.status ?? "new" })
      .where(ofIt)
      .run();
    return { saved: true };
  });
}

function writeUpdate(db: Database, { workshopId, commitmentId, status, remark, now: at }: Said): void {
  const place = { commitmentId, workshopId };
  if (status === null) {
    const ofIt = and(eq(commitmentUpdate.commitmentId, commitmentId), eq(commitmentUpdate.workshopId, workshopId));
    db.delete(commitmentUpdate).where(ofIt).run();
    return;
  }
  db.insert(commitmentUpdate)
    .values({ ...place, status, remark, at })
    .onConflictDoUpdate({
      target: [commitmentUpdate.commitmentId, commitmentUpdate.workshopId],
      set: { status, remark, at },
    })
    .run();
}

const COLUMNS = {
  id: commitment.id,
  workshopId: commitment.workshopId,
  what: commitment.what,
  ownerId: commitment.ownerId,
  partners: commitment.partners,
  firstStep: commitment.firstStep,
  due: commitment.due,
  status: commitment.status,
  originId: commitment.originId,
};

const listWhere = (db: Database, where: SQL | undefined): Commitment[] =>
  db.select(COLUMNS).from(commitment).where(where).orderBy(asc(commitment.createdAt), asc(commitment.id)).all();

/** Those made in the workshop, oldest first. */
export const listCommitments = (db: Database, workshopId: string): Commitment[] =>
  listWhere(db, eq(commitment.workshopId, workshopId));

/** What this workshop was told of agreements, by their ids. */
function updatesIn(db: Database, workshopId: string): ReadonlyMap<string, NonNullable<ShownCommitment["update"]>> {
  const rows = db.select().from(commitmentUpdate).where(eq(commitmentUpdate.workshopId, workshopId)).all();
  return new Map(rows.map(({ commitmentId, status, remark }) => [commitmentId, { status, remark }]));
}

/** Agreements that the kommuner of this workshop made before it, in others: those still open, and those it has heard of. */
function earlierIn(db: Database, workshopId: string): Commitment[] {
  const startedAt = findRun(db, workshopId)?.startedAt ?? null;
  const owners = db
    .select({ id: workshopOrganisation.organisationId })
    .from(workshopOrganisation)
    .where(eq(workshopOrganisation.workshopId, workshopId));
  const before = startedAt === null ? undefined : lt(commitment.createdAt, startedAt);
  const heard = updatesIn(db, workshopId);
  return listWhere(db, and(ne(commitment.workshopId, workshopId), inArray(commitment.ownerId, owners), before)).filter(
    ({ id, status }) => isOpen(status) || heard.has(id),
  );
}

/** Earlier agreements first, then those of today. */
export function commitmentsSection(db: Database, workshopId: string): LiveView["commitments"] {
  const heard = updatesIn(db, workshopId);
  const shown =
    (isFromEarlier: boolean) =>
    ({ id, ...rest }: Commitment): [string, ShownCommitment] => [
      id,
      { ...rest, isFromEarlier, update: heard.get(id) ?? null },
    ];
  return Object.fromEntries([
    ...earlierIn(db, workshopId).map(shown(true)),
    ...listCommitments(db, workshopId).map(shown(false)),
  ]);
}
