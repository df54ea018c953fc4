/** The initiatives of findings as their pages need them. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { listActorUses } from "#db/queries/actor-uses.ts";
import { fieldChanges } from "#db/queries/board-page.ts";
import type { Finding, FindingBoard } from "#db/queries/findings.ts";
import { initiative } from "#db/schema/initiative.ts";
import type { Registry } from "#domain/actor-registry.ts";
import type { LoggedField } from "#domain/board-doc/schema.ts";
import type { ListedFinding } from "#domain/finding-list.ts";
import { type InitiativeSnapshot, TAG_FIELDS } from "#domain/initiative.ts";
import { probabilityOf, WEIGHTS } from "#domain/synergy/score.ts";

/** The whole initiative; null when it is gone. */
export async function findInitiative(
  db: Database,
  { boardId, initiativeId }: { boardId: string; initiativeId: string },
): Promise<InitiativeSnapshot | null> {
  const row = db
    .select({ snapshot: initiative.snapshot })
    .from(initiative)
    .where(and(eq(initiative.boardId, boardId), eq(initiative.id, initiativeId)))
    .get();
  return row === undefined ? null : JSON.parse(row.snapshot);
}

/** Fields that an answer is about; a card that moves says nothing new. */
const ANSWERED_FIELDS: ReadonlySet<string> = new Set(["title", "description", "actors", ...TAG_FIELDS]);

export interface ChangedSide {
  readonly municipality: string;
  readonly fields: readonly LoggedField[];
  /** When the last of them changed. */
  readonly at: number;
}

/** What is not as it was when somebody answered, side by side; nothing while nobody has. */
export async function changesSinceAnswer(
  db: Database,
  { a, b, answeredAt }: Pick<Finding, "a" | "b" | "answeredAt">,
): Promise<ChangedSide[]> {
  if (answeredAt === null) return [];
  const sides = await Promise.all(
    [a, b].map(async ({ boardId, initiativeId, organisation }) => {
      const changes = (await fieldChanges(db, boardId, initiativeId)).filter(
        ({ field, at }) => at > answeredAt && ANSWERED_FIELDS.has(field),
      );
      const [last] = changes;
      return last === undefined
        ? []
        : [{ municipality: organisation.name, fields: changes.map(({ field }) => field), at: last.at }];
    }),
  );
  return sides.flat();
}

/** Adds to each finding the actors that both its initiatives name, and how sure the check is of it. */
export async function withSharedActors<F extends Finding>(
  db: Database,
  findings: readonly F[],
  { boards, registry }: { boards: readonly FindingBoard[]; registry: Registry },
): Promise<(F & Pick<ListedFinding, "actorIds" | "probability">)[]> {
  const named = new Map<string, string[]>();
  for (const { actorId, boardId, initiativeId } of await listActorUses(db, boards, registry)) {
    const key = `${boardId} ${initiativeId}`;
    named.set(key, [...(named.get(key) ?? []), actorId]);
  }
  const actorsOf = ({ boardId, initiativeId }: Finding["a"]) => named.get(`${boardId} ${initiativeId}`) ?? [];
  return findings.map((finding) => {
    const other = new Set(actorsOf(finding.b));
    return {
      ...finding,
      actorIds: actorsOf(finding.a).filter((id) => other.has(id)),
      probability: probabilityOf(finding.score, WEIGHTS.classes[finding.kind]),
    };
  });
}
