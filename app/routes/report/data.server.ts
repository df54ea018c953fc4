import type { Services } from "#app/http/load-context.server.ts";
import { tellReasons } from "#app/http/told-reasons.server.ts";
import type { ReasonWords } from "#app/text/reason-text.ts";
import type { FindingSide } from "#db/queries/findings.ts";
import { findRun } from "#db/queries/live/run.ts";
import { loadWorkshopFindings, type WorkshopFinding } from "#db/queries/workshop-findings.ts";
import { readFindingView, showFindings } from "#domain/finding-list.ts";
import type { Person } from "#domain/permissions.ts";
import type { Report, ReportAnswer, ReportFinding, ReportSection, ReportSide } from "./report.ts";

interface ReportRequest {
  readonly person: Person;
  readonly workshopId: string;
  readonly words: ReasonWords;
  /** In a kommune's edition: only what is about its own initiatives. */
  readonly organisationId: string | null;
}

export async function loadReport(
  { db }: Services,
  { person, workshopId, words, organisationId }: ReportRequest,
): Promise<Report> {
  const { inside: all } = await loadWorkshopFindings(db, person, workshopId);
  const inside =
    organisationId === null
      ? all
      : all.filter(({ a, b }) => [a, b].some(({ organisation }) => organisation.id === organisationId));
  const reasons = await tellReasons({ db }, inside, { words });
  const mayName = organisationId === null && mayNamePeople(db, workshopId);
  const toReport = (finding: WorkshopFinding): ReportFinding => ({
    id: finding.id,
    kind: finding.kind,
    strength: finding.strength,
    a: toSide(finding.a),
    b: toSide(finding.b),
    reasons: reasons.get(finding.id) ?? [],
    answers: answersOf(finding).map((each) => (mayName ? each : { ...each, personName: null })),
  });
  const section = (progress: ReportSection) =>
    showFindings(inside, { ...readFindingView(new URLSearchParams()), progress }, { ownIds: [] }).map(toReport);
  return {
    confirmed: section("confirmed"),
    waiting: section("waiting"),
    parallel: section("parallel"),
    dismissed: section("dismissed"),
  };
}

/** Who joined a live workshop answers for a kommune without having been asked whether the report may tell who it was. */
function mayNamePeople(db: Services["db"], workshopId: string): boolean {
  const run = findRun(db, workshopId);
  return run === null || run.namesInReport;
}

const toSide = ({ title, status, organisation }: FindingSide): ReportSide => ({
  title,
  status,
  municipality: organisation.name,
});

const answersOf = ({ a, b, decision }: WorkshopFinding): ReportAnswer[] =>
  decision.standing.map(({ organisationId, answer, reason, personName, at }) => ({
    municipality: (a.organisation.id === organisationId ? a : b).organisation.name,
    answer,
    reason,
    personName,
    at,
  }));
