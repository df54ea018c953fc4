import { z } from "zod";
import type { Services } from "#app/http/load-context.server.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { listFindings } from "#db/queries/findings.ts";
import { resolveActorId } from "#domain/actor-registry.ts";
import { DESCRIPTION_LIMIT, INITIATIVE_STATUSES, TAG_FIELDS, TITLE_LIMIT } from "#domain/initiative.ts";
import type { BoardSubject, Person } from "#domain/permissions.ts";
import type { SynergyActor, SynergyDraft, SynergyMatch } from "#domain/synergy/types.ts";

const LIMIT = 5;
const TAG_LIMIT = 200;

const ids = z.array(z.string().max(64)).max(TAG_LIMIT);

/** The text being written. `initiativeId` is null for a card that does not exist yet. */
export const draftShape = z.object({
  initiativeId: z.string().max(64).nullable(),
  title: z.string().max(TITLE_LIMIT),
  description: z.string().max(DESCRIPTION_LIMIT),
  status: z.enum(INITIATIVE_STATUSES),
  startYear: z.number().int().nullable(),
  tags: z.record(z.enum(TAG_FIELDS), ids),
  actorIds: ids,
});
type Draft = z.infer<typeof draftShape>;

/** Related initiatives on the boards that the person may read, the strongest first. */
export async function loadSimilar(
  { db, synergy }: Services,
  { draft, board, person }: { draft: Draft; board: BoardSubject; person: Person },
) {
  const boards = await readableBoards(db, person);
  const matches = await synergy.similar(await toSynergyDraft(db, draft, board), {
    readableBoardIds: new Set(boards.map(({ id }) => id)),
    limit: LIMIT,
  });
  const stored = draft.initiativeId === null ? [] : await listFindings(db, boards, { touching: board.id });
  const nameOf = new Map(boards.map(({ id, organisation }) => [id, organisation.name]));
  return matches.map(({ municipality, ...match }) => ({
    ...match,
    municipality: nameOf.get(match.boardId) ?? municipality,
    findingId:
      stored.find((finding) => connects(finding, match, { boardId: board.id, id: draft.initiativeId }))?.id ?? null,
  }));
}

interface Ends {
  readonly a: { readonly boardId: string; readonly initiativeId: string };
  readonly b: { readonly boardId: string; readonly initiativeId: string };
}

function connects(
  { a, b }: Ends,
  match: Pick<SynergyMatch, "boardId" | "initiativeId">,
  own: { boardId: string; id: string | null },
): boolean {
  const isOwn = (side: Ends["a"]) => side.boardId === own.boardId && side.initiativeId === own.id;
  const isMatch = (side: Ends["a"]) => side.boardId === match.boardId && side.initiativeId === match.initiativeId;
  return (isOwn(a) && isMatch(b)) || (isOwn(b) && isMatch(a));
}

async function toSynergyDraft(db: Services["db"], draft: Draft, board: BoardSubject): Promise<SynergyDraft> {
  const registry = await loadRegistry(db);
  const { tags, initiativeId, actorIds, ...text } = draft;
  return {
    ...text,
    ...(Object.fromEntries(TAG_FIELDS.map((field) => [field, tags[field] ?? []])) as Draft["tags"]),
    boardId: board.id,
    key: `${board.id}.${initiativeId ?? ""}`,
    municipality: board.organisationId,
    evaluated: false,
    actors: actorIds.flatMap((id): SynergyActor[] => {
      const entry = registry.get(resolveActorId(registry, id));
      return entry === undefined ? [] : [{ id: entry.id, name: entry.name, type: entry.type }];
    }),
  };
}
