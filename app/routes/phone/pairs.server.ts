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

export interface TablePair {
  readonly id: string;
  readonly kind: FindingKind;
  readonly state: FindingState;
  readonly a: PairSide;
  readonly b: PairSide;
}

export async function pairsOfTable(
  { db, session }: Services,
  { workshopId, tableId }: Pick<Participant, "workshopId" | "tableId">,
): Promise<readonly TablePair[]> {
  if (tableId === null || session === null) return [];
  const tables = await tablesOfFindings(db, workshopId);
  const boards = (await readableBoards(db, session.person)).filter(({ workshop }) => workshop.id === workshopId);
  const findings = await listFindings(db, boards);
  return findings.filter(({ id }) => tables.get(id) === tableId).map(toPair);
}

const toPair = ({ id, kind, decision, a, b }: Finding): TablePair => ({
  id,
  kind,
  state: decision.state,
  a: sideOf(a),
  b: sideOf(b),
});

const sideOf = ({ title, organisation }: Finding["a"]): PairSide => ({ title, municipality: organisation.name });
