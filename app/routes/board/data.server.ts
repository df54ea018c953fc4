import { requireCan, requireSession } from "#app/http/guards.server.ts";
import type { CurrentSession, Services } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { changedByOthers, fieldChanges, noteVisit, projectedInitiatives } from "#db/queries/board-page.ts";
import { boardSubject, type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { type BadgeCounts, countFindingsByInitiative } from "#db/queries/finding-counts.ts";
import { type FindingSide, findingReasons, listFindings } from "#db/queries/findings.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import { byOrder, type InitiativeSnapshot } from "#domain/initiative.ts";
import { can } from "#domain/permissions.ts";
import { OPEN_FIELDS, type OpenField, type Term, termsOf } from "#domain/vocabulary.ts";
import type { ActorName, RelatedInitiative } from "./board-data.ts";

interface Asking {
  readonly context: Services;
  readonly request: Request;
  readonly boardId: string;
}

/** Everything that the board's page shows before its socket is open, and all of it without JavaScript. */
export async function loadBoard({ context, request, boardId }: Asking) {
  const session = requireSession(context, request);
  const subject = await boardSubject(context.db, boardId);
  requireCan(context, "board.read", subject);
  const boards = await readableBoards(context.db, session.person);
  const board = boards.find(({ id }) => id === boardId);
  if (board === undefined) throw new Error(`Board ${boardId} may be read and is not among the readable ones.`);
  const initiatives = (await projectedInitiatives(context.db, boardId)).sort(byOrder);
  return {
    board,
    canWrite: can(session.person, "board.write", subject),
    canSetVisibility: can(session.person, "board.set-visibility", subject),
    me: { id: session.person.id, name: session.person.name },
    snapshot: { initiatives },
    terms: vocabularies(),
    actors: actorNames(await loadRegistry(context.db), initiatives),
    badges: Object.fromEntries(await countFindingsByInitiative(context.db, boards, boardId)),
    news: await newsSinceLastVisit(context, session, boardId),
    card: await loadCard({ context, request, boardId }, boards),
    now: context.now(),
  };
}

export type BoardPage = Awaited<ReturnType<typeof loadBoard>>;

const vocabularies = (): Record<OpenField, readonly Term[]> =>
  Object.fromEntries(OPEN_FIELDS.map((field) => [field, termsOf(field)])) as Record<OpenField, readonly Term[]>;

/** The names behind the actor ids of a board; an actor that was merged answers with the name that counts now. */
function actorNames(registry: Registry, initiatives: readonly InitiativeSnapshot[]): Record<string, ActorName> {
  const ids = new Set(initiatives.flatMap(({ actors }) => actors.map(({ actorId }) => actorId)));
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const entry = registry.get(resolveActorId(registry, id));
      if (entry === undefined) return [];
      const { id: now, name, shortName, type, state } = entry;
      return [[id, { id: now, name, shortName, type, isNew: state === "proposed" }]];
    }),
  );
}

async function newsSinceLastVisit({ db, now }: Services, { person }: CurrentSession, boardId: string) {
  const since = await noteVisit(db, { boardId, personId: person.id, now: now() });
  if (since === null) return null;
  return { since, changed: await changedByOthers(db, { boardId, personId: person.id, since }) };
}

/** Who changed the open card, and what the check found about it. */
async function loadCard({ context: { db }, request, boardId }: Asking, boards: readonly ReadableBoard[]) {
  const id = new URL(request.url).searchParams.get("card");
  if (id === null) return null;
  return { id, changes: await fieldChanges(db, boardId, id), related: await relatedTo(db, boards, { boardId, id }) };
}

/** Stored findings of one initiative that nobody has dismissed, seen from its own side. */
async function relatedTo(
  db: Database,
  boards: readonly ReadableBoard[],
  { boardId, id }: { boardId: string; id: string },
): Promise<RelatedInitiative[]> {
  const isMine = (side: FindingSide) => side.boardId === boardId && side.initiativeId === id;
  const found = (await listFindings(db, boards, { touching: boardId })).filter(
    ({ a, b, decision }) => (isMine(a) || isMine(b)) && decision.state !== "dismissed" && decision.state !== "outdated",
  );
  const reasons = await findingReasons(
    db,
    found.map(({ id: findingId }) => findingId),
  );
  return found.map(({ id: findingId, kind, strength, a, b }) => {
    const [other, isTurned] = isMine(a) ? [b, false] : [a, true];
    const given = reasons.get(findingId) ?? [];
    return {
      findingId,
      kind,
      strength,
      boardId: other.boardId,
      initiativeId: other.initiativeId,
      municipality: other.organisation.name,
      title: other.title,
      status: other.status,
      reasons: isTurned ? given.map((reason) => ({ ...reason, a: reason.b, b: reason.a })) : given,
    };
  });
}

/** What changes beside the document while the page is open. */
export async function loadActivity({ context, request, boardId }: Asking) {
  const session = requireSession(context, request);
  requireCan(context, "board.read", await boardSubject(context.db, boardId));
  const boards = await readableBoards(context.db, session.person);
  await noteVisit(context.db, { boardId, personId: session.person.id, now: context.now() });
  return {
    badges: Object.fromEntries(await countFindingsByInitiative(context.db, boards, boardId)) as Record<
      string,
      BadgeCounts
    >,
    actors: actorNames(await loadRegistry(context.db), await projectedInitiatives(context.db, boardId)),
    card: await loadCard({ context, request, boardId }, boards),
    now: context.now(),
  };
}
