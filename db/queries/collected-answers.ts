/** What the kommuner have decided about pairs, as labels that weights can be fitted on. */
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { listBoards } from "#db/queries/boards.ts";
import { readCheckedInitiatives } from "#db/queries/checked-initiatives.ts";
import { type Finding, findingsWithGivenKind, listFindings } from "#db/queries/findings.ts";
import type { FindingKind } from "#domain/finding.ts";
import { initiativeKey } from "#domain/synergy/initiative-key.ts";
import type { SynergyInitiative } from "#domain/synergy/types.ts";

export interface AnsweredPair {
  readonly a: string;
  readonly b: string;
  /** What people say that it is. */
  readonly cls: FindingKind | "none";
  readonly pool: "judged";
}

export interface CollectedAnswers {
  readonly initiatives: readonly SynergyInitiative[];
  readonly pairs: readonly AnsweredPair[];
}

/**
 * Every pair of which people have said what it is: both have confirmed it, somebody has dismissed it or given it another kind. Answers to
 * earlier texts are left out, and so are chains across kommuner, which the labelled sets do not know.
 */
export async function collectAnswers(db: Database): Promise<CollectedAnswers> {
  const given = await findingsWithGivenKind(db);
  const pairs = (await listFindings(db, await listBoards(db))).flatMap((finding) => {
    const cls = classOf(finding, given.has(finding.id));
    const isChainAcross = cls === "complementary" && finding.a.organisation.id !== finding.b.organisation.id;
    return cls === null || isChainAcross ? [] : [{ finding, cls }];
  });
  const places = new Map(pairs.flatMap(({ finding: { a, b } }) => [a, b].map((side) => [keyOf(side), side])));
  return {
    initiatives: await readCheckedInitiatives(db, await loadRegistry(db), [...places.values()]),
    pairs: pairs.map(({ finding: { a, b }, cls }) => ({ a: keyOf(a), b: keyOf(b), cls, pool: "judged" })),
  };
}

const keyOf = ({ boardId, initiativeId }: Finding["a"]): string => initiativeKey(boardId, initiativeId);

function classOf({ kind, decision: { state } }: Finding, isKindGiven: boolean): AnsweredPair["cls"] | null {
  if (state === "dismissed") return "none";
  const isSaid = state === "confirmed" || state === "parallel" || (isKindGiven && state === "proposed");
  return isSaid ? kind : null;
}
