import type { Services } from "#app/http/load-context.server.ts";
import { readableBoards } from "#db/queries/boards.ts";
import { type Finding, listFindings } from "#db/queries/findings.ts";
import { tablesOfFindings } from "#db/queries/workshop-tables.ts";
import type { FindingKind, FindingState } from "#domain/finding.ts";
import type { Participant } from "#domain/live/participant.ts";

interface PairSide {
  readonly title: string;
  readonly municipality: string;
}

export interface TablePairs {
  /** What one's own table talks about. */
  readonly pairs: readonly TablePair[];
  /** What another kommune has answered at its table, and one's own has not: decided when it does. */
  readonly waiting: readonly TablePair[];
}

export interface TablePair {
  readonly id: string;
  readonly kind: FindingKind;
  readonly state: FindingState;
  /** One's own kommune is one of the two. */
  readonly isOwn: boolean;
  readonly a: PairSide;
  readonly b: PairSide;
}

/** As far as one may read both boards. */
export async function pairsFor(
  { db, session }: Services,
  { workshopId, tableId, organisationId }: Pick<Participant, "workshopId" | "tableId" | "organisationId">,
): Promise<TablePairs> {
  if (session === null) return { pairs: [], waiting: [] };
  const tables = await tablesOfFindings(db, workshopId);
  const boards = (await readableBoards(db, session.person)).filter(({ workshop }) => workshop.id === workshopId);
  const findings = await listFindings(db, boards);
  const isOfTable = ({ id }: Finding) => tableId !== null && tables.get(id) === tableId;
  const isWaiting = ({ decision: { standing, awaits } }: Finding) =>
    standing.length > 0 && organisationId !== null && awaits.includes(organisationId);
  return {
    pairs: findings.filter(isOfTable).map(toPair(organisationId)),
    waiting: findings.filter((finding) => isWaiting(finding) && !isOfTable(finding)).map(toPair(organisationId)),
  };
}

const toPair =
  (ownId: string | null) =>
  ({ id, kind, decision, a, b }: Finding): TablePair => ({
    id,
    kind,
    state: decision.state,
    isOwn: [a, b].some(({ organisation }) => organisation.id === ownId),
    a: sideOf(a),
    b: sideOf(b),
  });

const sideOf = ({ title, organisation }: Finding["a"]): PairSide => ({ title, municipality: organisation.name });
