import { besideReading } from "#app/http/beside-reading.server.ts";
import { requireCan, requireSession, requireSessionOfScript } from "#app/http/guards.server.ts";
import { languageOf } from "#app/http/language.server.ts";
import type { CurrentSession, Services } from "#app/http/load-context.server.ts";
import type { Language } from "#app/text/texts.ts";
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { changedByOthers, fieldChanges, noteVisit, projectedInitiatives } from "#db/queries/board-page.ts";
import { boardSubject, boardSubjectByRoom, type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { type BadgeCounts, countFindingsByInitiative } from "#db/queries/finding-counts.ts";
import { findInitiative } from "#db/queries/finding-sides.ts";
import { type FindingSide, findingReasons, listFindings } from "#db/queries/findings.ts";
import type { InitiativeKey } from "#db/queries/initiative-rows.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import { isStanding } from "#domain/finding.ts";
import { readIdeaTags } from "#domain/idea-start.ts";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import { can } from "#domain/permissions.ts";
import { turned } from "#domain/synergy/explain.ts";
import { isTag, OPEN_FIELDS, type OpenField, type Term, termsOf } from "#domain/vocabulary.ts";
import type { ActorName } from "./board-data.ts";
import { loadComments } from "./comments/data.server.ts";
import { explain, type Found } from "./related.server.ts";

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
  const initiatives = await projectedInitiatives(context.db, boardId);
  return {
    board,
    canWrite: can(session.person, "board.write", subject),
    canErase: can(session.person, "board.erase", subject),
    canComment: can(session.person, "board.comment", subject),
    opensHistory: can(session.person, "board.read-history", subject),
    opensOrganisation: can(session.person, "organisation.read", { type: "organisation", id: board.organisation.id }),
    me: { id: session.person.id, name: session.person.name },
    snapshot: { initiatives },
    terms: vocabularies(languageOf(request, context)),
    actors: actorNames(await loadRegistry(context.db), actorsOf(initiatives)),
    badges: Object.fromEntries(await countFindingsByInitiative(context.db, boards, boardId)),
    news: await newsSinceLastVisit({ context, request, boardId }, session),
    card: await loadCard({ context, request, boardId }, boards),
    comments: await loadComments(context.db, boardId, new URL(request.url).searchParams.get("card")),
    ideaTags: readIdeaTags(new URL(request.url).searchParams, isTag),
    now: context.now(),
  };
}

export type BoardPage = Awaited<ReturnType<typeof loadBoard>>;

const vocabularies = (language: Language): Record<OpenField, readonly Term[]> =>
  Object.fromEntries(OPEN_FIELDS.map((field) => [field, termsOf(field, language)])) as Record<
    OpenField,
    readonly Term[]
  >;

/** The names of the actors that the address asks for; ids that the registry does not know are left out. */
export async function loadActorNames({ context, request, boardId }: Asking): Promise<Record<string, ActorName>> {
  requireSessionOfScript(context);
  requireCan(context, "board.read", await boardSubject(context.db, boardId));
  return actorNames(await loadRegistry(context.db), new URL(request.url).searchParams.getAll("id"));
}

const actorsOf = (initiatives: readonly InitiativeSnapshot[]): string[] =>
  initiatives.flatMap(({ actors }) => actors.map(({ actorId }) => actorId));

/** An actor that was merged answers with the name that counts now. */
function actorNames(registry: Registry, ids: readonly string[]): Record<string, ActorName> {
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const entry = registry.get(resolveActorId(registry, id));
      if (entry === undefined) return [];
      const { id: now, name, shortName, type, state } = entry;
      return [[id, { id: now, name, shortName, type, isNew: state === "proposed" }]];
    }),
  );
}

/** @returns when the visit before this one ended; null at the first, and while visits cannot be noted */
const noteVisitOf = ({ context, request, boardId }: Asking, { person }: CurrentSession): Promise<number | null> =>
  besideReading(context, request, () => noteVisit(context.db, { boardId, personId: person.id, now: context.now() }));

async function newsSinceLastVisit(asking: Asking, session: CurrentSession) {
  const since = await noteVisitOf(asking, session);
  if (since === null) return null;
  const { context, boardId } = asking;
  return { since, changed: await changedByOthers(context.db, { boardId, personId: session.person.id, since }) };
}

/** Who changed the open card, and what the check found about it. */
async function loadCard({ context, request, boardId }: Asking, boards: readonly ReadableBoard[]) {
  const id = new URL(request.url).searchParams.get("card");
  if (id === null) return null;
  const found = await storedFindings(context.db, boards, { boardId, initiativeId: id });
  const initiative = await findInitiative(context.db, { boardId, initiativeId: id });
  const own = {
    municipality: boards.find((board) => board.id === boardId)?.organisation.name ?? "",
    title: initiative?.title ?? "",
    description: initiative?.descriptionText ?? "",
  };
  return {
    id,
    changes: await fieldChanges(context.db, boardId, id),
    related: await explain(request, context, { found, own }),
  };
}

/** Stored findings of one initiative that stand, seen from its own side. */
async function storedFindings(db: Database, boards: readonly ReadableBoard[], own: InitiativeKey): Promise<Found[]> {
  const isOwn = (side: FindingSide) => side.boardId === own.boardId && side.initiativeId === own.initiativeId;
  const standing = (await listFindings(db, boards, { of: own })).filter(({ decision }) => isStanding(decision));
  const reasons = await findingReasons(
    db,
    standing.map(({ id }) => id),
  );
  return standing.map(({ id, kind, strength, a, b }) => {
    const [other, given] = isOwn(a) ? [b, reasons.get(id) ?? []] : [a, turned(reasons.get(id) ?? [])];
    const { boardId, initiativeId, title, status, organisation } = other;
    const municipality = organisation.name;
    return { findingId: id, kind, strength, boardId, initiativeId, municipality, title, status, reasons: given };
  });
}

/** The board; null when the page that asks is in a room of an earlier generation, whose document lives no more. */
async function subjectAsked({ context: { db }, request, boardId }: Asking) {
  const room = new URL(request.url).searchParams.get("room");
  if (room !== null && (await boardSubjectByRoom(db, room))?.id !== boardId) return null;
  return boardSubject(db, boardId);
}

/** What changes beside the document while the page is open. */
export async function loadActivity({ context, request, boardId }: Asking) {
  const session = requireSessionOfScript(context);
  requireCan(context, "board.read", await subjectAsked({ context, request, boardId }));
  const boards = await readableBoards(context.db, session.person);
  await noteVisitOf({ context, request, boardId }, session);
  return {
    badges: Object.fromEntries(await countFindingsByInitiative(context.db, boards, boardId)) as Record<
      string,
      BadgeCounts
    >,
    actors: actorNames(await loadRegistry(context.db), actorsOf(await projectedInitiatives(context.db, boardId))),
    card: await loadCard({ context, request, boardId }, boards),
    now: context.now(),
  };
}
