/** A workshop's findings for one reader: the list page, the pair page's previous and next, and the report. */
import type { Database } from "#db/client.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { type ReadableBoard, readableBoards } from "#db/queries/boards.ts";
import { type Assessment, standingAssessments } from "#db/queries/finding-answers.ts";
import { withSharedActors } from "#db/queries/finding-sides.ts";
import { type Finding, listFindings } from "#db/queries/findings.ts";
import { listTables, tablesOfFindings } from "#db/queries/workshop-tables.ts";
import type { Registry } from "#domain/actor-registry.ts";
import { inScope, type ListedFinding } from "#domain/finding-list.ts";
import { belongsTo, type Person, suggestsAnswers } from "#domain/permissions.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";

export type WorkshopFinding = Finding & ListedFinding & { readonly assessment: Assessment | null };

export interface WorkshopFindings {
  readonly boards: readonly ReadableBoard[];
  readonly registry: Registry;
  /** Between initiatives of the workshop. */
  readonly inside: readonly WorkshopFinding[];
  /** Between one of the workshop and one of another. */
  readonly outside: readonly WorkshopFinding[];
  /** The reader suggests answers to kommuner that they do not belong to. */
  readonly assesses: boolean;
  readonly tables: readonly WorkshopTable[];
}

export async function loadWorkshopFindings(
  db: Database,
  person: Person,
  workshopId: string,
): Promise<WorkshopFindings> {
  const [boards, registry] = await Promise.all([readableBoards(db, person), loadRegistry(db)]);
  const touching = boards.filter(({ workshop }) => workshop.id === workshopId).map(({ id }) => id);
  const listed = await listFindings(db, boards, { touching });
  const assessments = await standingAssessments(
    db,
    listed.map(({ id }) => id),
  );
  const assesses = suggestsAnswers(person, workshopId);
  const tableOf = await tablesOfFindings(db, workshopId);
  const findings = (await withSharedActors(db, listed, { boards, registry })).map((finding) => {
    const assessment = assessments.get(finding.id) ?? null;
    const isOwn = [finding.a, finding.b].some(({ organisation }) => belongsTo(person, organisation.id));
    const tableId = tableOf.get(finding.id) ?? null;
    return { ...finding, assessment, tableId, isAssessed: assesses && !isOwn && assessment !== null };
  });
  return {
    boards,
    registry,
    assesses,
    tables: await listTables(db, workshopId),
    inside: inScope(findings, workshopId, false),
    outside: inScope(findings, workshopId, true),
  };
}

/** The kommuner in these findings that the person belongs to. */
export function ownOrganisations(person: Person, findings: readonly WorkshopFinding[]): string[] {
  const ids = new Set(findings.flatMap(({ a, b }) => [a.organisation.id, b.organisation.id]));
  return [...ids].filter((id) => belongsTo(person, id));
}
