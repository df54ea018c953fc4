import { z } from "zod";
import type { Services } from "#app/http/load-context.server.ts";
import type { ReasonSide } from "#app/text/reason-text.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { boardSubject, type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { listFindings } from "#db/queries/findings.ts";
import { resolveActorId } from "#domain/actor-registry.ts";
import { DESCRIPTION_LIMIT, INITIATIVE_STATUSES, TAG_FIELDS, TITLE_LIMIT } from "#domain/initiative.ts";
import type { BoardSubject, Person } from "#domain/permissions.ts";
import { initiativeKey } from "#domain/synergy/initiative-key.ts";
import type { SynergyActor, SynergyDraft } from "#domain/synergy/types.ts";
import type { Found } from "./related.server.ts";

/** As many as are shown while one writes, and as many as anybody would read. */
const SHOWN = 5;
const ALL = 100;
const TAG_LIMIT = 200;

const ids = z.array(z.string().max(64)).max(TAG_LIMIT);

/** The text being written. `initiativeId` is null for a card that does not exist yet. */
export const draftShape = z.object({
  initiativeId: z.string().max(64).nullable(),
  title: z.string().max(TITLE_LIMIT),
  description: z.string().max(DESCRIPTION_LIMIT),
  status: z.enum(INITIATIVE_STATUSES),
  startYear: z.number().int().nullable(),
  tags: z.partialRecord(z.enum(TAG_FIELDS), ids),
  actorIds: ids,
  /** Everything that stands, instead of the strongest. */
  all: z.boolean().optional(),
});
type Draft = z.infer<typeof draftShape>;

/** The board of the address, for the question whether it may be read; null when there is none. */
export const subjectOf = ({ db }: Services, boardId = "") => boardSubject(db, boardId);

export interface FoundSimilar {
  readonly found: readonly Found[];
  /** The text being written. */
  readonly own: ReasonSide;
  /** There are weaker ones that are not told. */
  readonly hasMore: boolean;
}

/**
 * Related initiatives on the boards that the person may read, the strongest first. A pair that has been dismissed stays away
 * until the check has read another text in it.
 */
export async function findSimilar(
  { db, synergy }: Services,
  { draft, board, person }: { draft: Draft; board: BoardSubject; person: Person },
): Promise<FoundSimilar> {
  const boards = await readableBoards(db, person);
  const stored = await storedFor(db, boards, { boardId: board.id, initiativeId: draft.initiativeId });
  const dismissed = stored.filter(({ decision }) => decision.state === "dismissed");
  const shown = draft.all === true ? ALL : SHOWN;
  const matches = await synergy.similar(await toSynergyDraft(db, draft, board), {
    readableBoardIds: new Set(boards.map(({ id }) => id)),
    limit: shown + dismissed.length + 1,
  });
  const nameOf = new Map(boards.map(({ id, organisation }) => [id, organisation.name]));
  const isOf = (match: Key) => (finding: (typeof stored)[number]) => is(finding.a, match) || is(finding.b, match);
  const standing = matches.filter((match) => !dismissed.some(isOf(match)));
  const found = standing.slice(0, shown).map((match) => ({
    ...match,
    municipality: nameOf.get(match.boardId) ?? match.municipality,
    findingId: stored.find(isOf(match))?.id ?? null,
  }));
  const { title, description } = draft;
  const own = { municipality: nameOf.get(board.id) ?? "", title, description };
  return { found, own, hasMore: standing.length > shown };
}

/** What the check found about the card; nothing while it does not exist yet. */
const storedFor = async (db: Services["db"], boards: readonly ReadableBoard[], { boardId, initiativeId }: Key) =>
  initiativeId === null ? [] : listFindings(db, boards, { of: { boardId, initiativeId } });

interface Key {
  readonly boardId: string;
  readonly initiativeId: string | null;
}
const is = (a: Key, b: Key): boolean => a.boardId === b.boardId && a.initiativeId === b.initiativeId;

/** Under this id a card that does not exist yet is asked about. */
const NOT_YET = "-";

async function toSynergyDraft(db: Services["db"], draft: Draft, board: BoardSubject): Promise<SynergyDraft> {
  const registry = await loadRegistry(db);
  const { tags, initiativeId, actorIds, title, description, status, startYear } = draft;
  const [professions, themes, activities, targetGroups, departments, chainLinks] = TAG_FIELDS.map(
    (field) => tags[field] ?? [],
  ) as [string[], string[], string[], string[], string[], string[]];
  return {
    title,
    description,
    status,
    startYear,
    professions,
    themes,
    activities,
    targetGroups,
    departments,
    chainLinks,
    boardId: board.id,
    key: initiativeKey(board.id, initiativeId ?? NOT_YET),
    municipality: board.organisationId,
    actors: actorIds.flatMap((id): SynergyActor[] => {
      const entry = registry.get(resolveActorId(registry, id));
      return entry === undefined ? [] : [{ id: entry.id, name: entry.name, type: entry.type }];
    }),
  };
}
