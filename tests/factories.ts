/** Rows for tests of queries: each function adds one thing with plausible values and takes what the test is about. */
import { type Database, openDatabase } from "#db/client.ts";
import { actor, actorAlias } from "#db/schema/actor.ts";
import { board } from "#db/schema/board.ts";
import { finding } from "#db/schema/finding.ts";
import { initiative, initiativeActor, initiativeTag } from "#db/schema/initiative.ts";
import { organisation, roleAssignment } from "#db/schema/organisation.ts";
import { person } from "#db/schema/person.ts";
import { workshop, workshopOrganisation } from "#db/schema/workshop.ts";
import type { Actor, ActorState } from "#domain/actor.ts";
import type { FindingKind, Reason } from "#domain/finding.ts";
import type { ActorRole, InitiativeSnapshot, InitiativeStatus, TagField } from "#domain/initiative.ts";
import type { BoardVisibility, Role } from "#domain/organisation.ts";

export const NOW = Date.UTC(2026, 10, 21, 12);

export function addPerson(
  db: Database,
  { id, roles = [] }: { id: string; roles?: { role: Role; organisationId?: string; workshopId?: string }[] },
): string {
  const at = new Date(NOW);
  db.insert(person)
    .values({ id, name: id, email: `${id}@demo.invalid`, createdAt: at, updatedAt: at })
    .run();
  for (const [index, role] of roles.entries())
    db.insert(roleAssignment)
      .values({ id: `${id}-${index}`, personId: id, createdAt: NOW, ...role })
      .run();
  return id;
}

export function addMunicipality(db: Database, { id, name }: { id: string; name: string }): string {
  db.insert(organisation)
    .values({ id, name, fullName: `${name} Kommune`, kind: "municipality", createdAt: NOW })
    .onConflictDoNothing()
    .run();
  return id;
}

export function addWorkshop(
  db: Database,
  { id, title = id, organisationIds }: { id: string; title?: string; organisationIds: readonly string[] },
): string {
  db.insert(workshop).values({ id, title, createdAt: NOW }).run();
  for (const organisationId of organisationIds)
    db.insert(workshopOrganisation).values({ workshopId: id, organisationId, addedAt: NOW }).run();
  return id;
}

export function addBoard(
  db: Database,
  values: { id: string; workshopId: string; organisationId: string; visibility?: BoardVisibility; deletedAt?: number },
): string {
  db.insert(board)
    .values({ createdAt: NOW, ...values })
    .run();
  return values.id;
}

/** Code and name of kommuner, by the id that their board has in a test. */
const KOMMUNER = {
  aabenraa: ["0580", "Aabenraa"],
  billund: ["0530", "Billund"],
  holbaek: ["0316", "Holbæk"],
  varde: ["0573", "Varde"],
} as const;
export type Kommune = keyof typeof KOMMUNER;

/** A database in which these kommuner take part in the workshop `w`, each with a board that is named as it is. */
export function aWorkshopOf(...kommuner: readonly Kommune[]): Database {
  const db = openDatabase(":memory:");
  addWorkshopOf(db, { id: "w", kommuner });
  return db;
}

/** A workshop with its kommuner and their boards, whose ids begin with `prefix`. */
export function addWorkshopOf(
  db: Database,
  { id: workshopId, kommuner, prefix = "" }: { id: string; kommuner: readonly Kommune[]; prefix?: string },
): void {
  const organisationIds = kommuner.map((kommune) => {
    const [id, name] = KOMMUNER[kommune];
    return addMunicipality(db, { id, name });
  });
  addWorkshop(db, { id: workshopId, organisationIds });
  for (const kommune of kommuner) {
    addBoard(db, { id: `${prefix}${kommune}`, workshopId, organisationId: KOMMUNER[kommune][0] });
  }
}

export interface InitiativeFixture {
  readonly boardId: string;
  readonly id: string;
  readonly title?: string;
  readonly descriptionText?: string;
  readonly status?: InitiativeStatus;
  readonly binnedAt?: number;
  readonly tags?: Partial<Record<TagField, readonly string[]>>;
  readonly actors?: Readonly<Record<string, ActorRole>>;
}

/** The rows that the projection would write. */
export function addInitiative(db: Database, fixture: InitiativeFixture): string {
  const { boardId, id, tags = {}, actors = {} } = fixture;
  const snapshot = snapshotOf(fixture);
  db.insert(initiative)
    .values({
      boardId,
      id,
      title: snapshot.title,
      descriptionText: snapshot.descriptionText,
      snapshot: JSON.stringify(snapshot),
      status: snapshot.status,
      sortOrder: snapshot.order,
      binnedAt: snapshot.binnedAt,
      createdAt: NOW,
      updatedAt: NOW,
    })
    .run();
  for (const [field, tagIds] of Object.entries(tags) as [TagField, readonly string[]][])
    for (const tagId of tagIds) db.insert(initiativeTag).values({ boardId, initiativeId: id, field, tagId }).run();
  for (const [actorId, role] of Object.entries(actors))
    db.insert(initiativeActor).values({ boardId, initiativeId: id, actorId, role }).run();
  return id;
}

function snapshotOf({ id, title = id, descriptionText = "", ...rest }: InitiativeFixture): InitiativeSnapshot {
  const none = { professions: [], themes: [], activities: [], targetGroups: [], departments: [], chainLinks: [] };
  return {
    id,
    title,
    description:
      descriptionText === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text: descriptionText }] }],
    descriptionText,
    status: rest.status ?? "idea",
    order: "a0",
    actors: Object.entries(rest.actors ?? {}).map(([actorId, role]) => ({ actorId, role })),
    tags: { ...none, ...rest.tags },
    startYear: null,
    paused: false,
    binnedAt: rest.binnedAt ?? null,
    source: null,
  };
}

/** A pair that the check found; the sides are `[boardId, initiativeId]`. */
export function addFinding(
  db: Database,
  {
    id,
    a,
    b,
    ...over
  }: {
    id: string;
    a: readonly [string, string];
    b: readonly [string, string];
    kind?: FindingKind;
    score?: number;
    reasons?: Reason[];
    goneAt?: number;
  },
): string {
  db.insert(finding)
    .values({
      id,
      aBoardId: a[0],
      aInitiativeId: a[1],
      bBoardId: b[0],
      bInitiativeId: b[1],
      kind: "overlap",
      strength: "strong",
      score: 1,
      reasons: [],
      aHash: "a1",
      bHash: "b1",
      createdAt: NOW,
      updatedAt: NOW,
      ...over,
    })
    .run();
  return id;
}

export function addActor(
  db: Database,
  values: Partial<Omit<Actor, "aliases">> & { id: string; aliases?: readonly string[]; state?: ActorState },
): string {
  const { aliases = [], ...columns } = values;
  db.insert(actor)
    .values({ name: columns.id, type: "school", state: "approved", createdAt: NOW, ...columns })
    .run();
  for (const alias of aliases) db.insert(actorAlias).values({ actorId: columns.id, alias }).run();
  return columns.id;
}
