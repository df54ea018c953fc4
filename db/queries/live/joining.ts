/** Coming into a live workshop by its code, and taking one's place along to another phone. */
import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { listTables } from "#db/queries/workshop-tables.ts";
import { participant, participantTransfer } from "#db/schema/live.ts";
import { roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { workshop, workshopOrganisation, workshopTable } from "#db/schema/workshop.ts";
import type { ParticipantRole } from "#domain/live/participant.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";
import { guestRow } from "./guests.ts";
import { organisationsTakingPart, type TakingPart } from "./organisations.ts";
import { findRunByCode } from "./run.ts";

/** What a code opens, before anybody has said who they are. */
export interface OpenDoor {
  readonly workshopId: string;
  readonly title: string;
  readonly isClosed: boolean;
  readonly organisations: readonly TakingPart[];
  readonly tables: readonly WorkshopTable[];
}

/** Null for a code that no workshop has. */
export async function findDoor(db: Database, code: string): Promise<OpenDoor | null> {
  const run = findRunByCode(db, code);
  if (run === null) return null;
  const { workshopId } = run;
  const found = db.select({ title: workshop.title }).from(workshop).where(eq(workshop.id, workshopId)).get();
  return {
    workshopId,
    title: found?.title ?? "",
    isClosed: run.closedAt !== null,
    organisations: organisationsTakingPart(db, workshopId),
    tables: await listTables(db, workshopId),
  };
}

export interface Joining {
  readonly code: string;
  /** Somebody who is signed in, or the id of the guest that is made. */
  readonly personId: string;
  /** For guests: what the others see. An account keeps its own name. */
  readonly name: string;
  readonly organisationId: string | null;
  readonly role: ParticipantRole;
  readonly tableId: string | null;
  /** Somebody who is signed in and takes part by a role that they hold already needs none as a guest. */
  readonly needsRole: boolean;
  readonly participantId: string;
  readonly assignmentId: string;
  readonly now: number;
}

export type JoinResult =
  | { readonly joined: true; readonly workshopId: string }
  | { readonly joined: false; readonly refused: "unknown-code" | "closed" | "not-in-workshop" };

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Takes a place among the participants: all of it or nothing. Joining again changes what one said of oneself. */
export async function joinWorkshop(db: Database, joining: Joining): Promise<JoinResult> {
  return db.transaction((tx): JoinResult => {
    const run = findRunByCode(tx, joining.code);
    if (run === null) return { joined: false, refused: "unknown-code" };
    if (run.closedAt !== null) return { joined: false, refused: "closed" };
    const { workshopId } = run;
    if (!belongToWorkshop(tx, workshopId, joining)) return { joined: false, refused: "not-in-workshop" };
    const { personId, now } = joining;
    putGuest(tx, joining);
    if (joining.needsRole) giveRole(tx, workshopId, joining);
    const said = { organisationId: joining.organisationId, role: joining.role, tableId: joining.tableId };
    tx.insert(participant)
      .values({ id: joining.participantId, workshopId, personId, joinedAt: now, ...said })
      .onConflictDoUpdate({
        target: [participant.workshopId, participant.personId],
        // A host is one of that table alone.
        set: { ...said, isHost: sql`${participant.isHost} and ${participant.tableId} is ${said.tableId}` },
      })
      .run();
    insertAudit(tx, { at: now, personId, action: "workshop-joined", subject: workshopId });
    return { joined: true, workshopId };
  });
}

function belongToWorkshop(tx: Transaction, workshopId: string, { organisationId, tableId }: Joining): boolean {
  const takesPart = and(
    eq(workshopOrganisation.workshopId, workshopId),
    eq(workshopOrganisation.organisationId, organisationId ?? ""),
  );
  const stands = and(eq(workshopTable.workshopId, workshopId), eq(workshopTable.id, tableId ?? ""));
  return (
    (organisationId === null || tx.select().from(workshopOrganisation).where(takesPart).get() !== undefined) &&
    (tableId === null || tx.select().from(workshopTable).where(stands).get() !== undefined)
  );
}

/** The guest is made, or takes the name that was given now; an account is left alone. */
function putGuest(tx: Transaction, { personId, name, now }: Joining): void {
  const at = new Date(now);
  tx.insert(person)
    .values({ ...guestRow({ personId, name, now }), introSeenAt: at })
    .onConflictDoUpdate({ target: person.id, set: { name, updatedAt: at }, setWhere: eq(person.kind, "guest") })
    .run();
}

/** One role in the workshop, for the organisation that was chosen last. */
function giveRole(tx: Transaction, workshopId: string, { personId, organisationId, assignmentId, now }: Joining): void {
  const asGuest = and(
    eq(roleAssignment.personId, personId),
    eq(roleAssignment.role, "guest"),
    eq(roleAssignment.workshopId, workshopId),
  );
  tx.delete(roleAssignment).where(asGuest).run();
  tx.insert(roleAssignment)
    .values({ id: assignmentId, personId, role: "guest", workshopId, organisationId, createdAt: now })
    .run();
}

/** How long a code waits on the old phone. */
const TRANSFER_LIFETIME_MS = 10 * 60_000;

export interface Transfer {
  readonly codeHash: string;
  readonly participantId: string;
  readonly now: number;
}

/**
 * A code that takes the participant's place to another phone; an earlier one is worth nothing any more. For guests only: an account
 * is signed in to by its own means, or whoever sees the code could take it over.
 */
export async function offerTransfer(
  db: Database,
  { codeHash, participantId, now }: Transfer,
): Promise<{ offered: boolean }> {
  return db.transaction((tx) => {
    const isGuest = and(eq(participant.id, participantId), eq(person.kind, "guest"));
    const found = tx
      .select({ id: participant.id })
      .from(participant)
      .innerJoin(person, eq(person.id, participant.personId))
      .where(isGuest)
      .get();
    if (found === undefined) return { offered: false };
    tx.delete(participantTransfer).where(eq(participantTransfer.participantId, participantId)).run();
    tx.delete(participantTransfer).where(lt(participantTransfer.expiresAt, now)).run();
    tx.insert(participantTransfer)
      .values({ codeHash, participantId, expiresAt: now + TRANSFER_LIFETIME_MS })
      .run();
    return { offered: true };
  });
}

/** Uses the code up. Null for one that is unknown, used or too old. */
export async function takeTransfer(
  db: Database,
  { codeHash, now }: Omit<Transfer, "participantId">,
): Promise<{ personId: string; workshopId: string } | null> {
  return db.transaction((tx) => {
    const taken = tx
      .delete(participantTransfer)
      .where(and(eq(participantTransfer.codeHash, codeHash), gt(participantTransfer.expiresAt, now)))
      .returning()
      .get();
    if (taken === undefined) return null;
    const found = tx.select().from(participant).where(eq(participant.id, taken.participantId)).get();
    if (found === undefined) return null;
    const { personId, workshopId } = found;
    insertAudit(tx, { at: now, personId, action: "workshop-place-moved", subject: workshopId });
    return { personId, workshopId };
  });
}
