import type { Services } from "#app/http/load-context.server.ts";
import { tellReasons } from "#app/http/told-reasons.server.ts";
import type { ReasonWords } from "#app/text/reason-text.ts";
import { type ChangedSide, changesSinceAnswer } from "#db/queries/finding-sides.ts";
import {
  loadWorkshopFindings,
  ownOrganisations,
  type WorkshopFinding,
  type WorkshopFindings,
} from "#db/queries/workshop-findings.ts";
import { workshopSubject } from "#db/queries/workshops.ts";
import type { Answer, FindingKind, Strength } from "#domain/finding.ts";
import {
  countFacets,
  coverage,
  type FacetCount,
  type FindingFacets,
  type FindingOrder,
  type FindingView,
  isWithinOne,
  showFindings,
  usualOrder,
} from "#domain/finding-list.ts";
import type { InitiativeStatus } from "#domain/initiative.ts";
import { can, type Person } from "#domain/permissions.ts";
import type { WorkshopTable } from "#domain/workshop-table.ts";

export interface RowSide {
  readonly title: string;
  readonly status: InitiativeStatus;
  readonly organisationId: string;
  readonly municipality: string;
}

/** One line of the list. */
export interface FindingRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly a: RowSide;
  readonly b: RowSide;
  /** The two that say most for it, in words. */
  readonly reasons: readonly string[];
  readonly answers: readonly { readonly municipality: string; readonly answer: Answer }[];
  readonly waitsForReader: boolean;
  /** What has changed since it was decided, by kommune; null where no decision has lapsed. */
  readonly changed: readonly ChangedSide[] | null;
  readonly isWithinOne: boolean;
  /** The kommune that the reader answers for, or null for those who read only. */
  readonly answerFor: string | null;
  /** The reader suggests an answer instead. */
  readonly mayAssess: boolean;
  readonly suggested: Answer | null;
  readonly tableId: string | null;
  /** What an answer given here is about. */
  readonly aHash: string;
  readonly bHash: string;
}

export interface NamedFacet extends FacetCount {
  readonly name: string;
}
export interface TableOfList extends WorkshopTable {
  /** Findings of the view that were given to it. */
  readonly count: number;
}
export interface FindingListPage {
  readonly view: FindingView;
  /** By what the rows are ordered. */
  readonly order: FindingOrder;
  readonly facets: Pick<FindingFacets, "kinds" | "strengths" | "progress"> & {
    readonly municipalities: readonly NamedFacet[];
    readonly actors: readonly NamedFacet[];
  };
  readonly tables: readonly TableOfList[];
  /** The reader sets up tables and gives them findings. */
  readonly arrangesTables: boolean;
  readonly scopes: { readonly inside: number; readonly outside: number };
  readonly coverage: { readonly decided: number; readonly total: number };
  readonly rows: readonly FindingRow[];
  /** All that the view shows, also those further down than `rows`. */
  readonly count: number;
  /** Findings of the workshop before any narrowing. */
  readonly total: number;
}

const REASONS_SHOWN = 2;

export interface ListRequest {
  readonly person: Person;
  readonly workshopId: string;
  readonly view: FindingView;
  readonly limit: number;
  readonly words: ReasonWords;
}

export async function loadFindingList(
  { db }: Services,
  { person, workshopId, view, limit, words }: ListRequest,
): Promise<FindingListPage> {
  const found = await loadWorkshopFindings(db, person, workshopId);
  const workshop = await workshopSubject(db, workshopId);
  const findings = view.outside ? found.outside : found.inside;
  const ownIds = ownOrganisations(person, findings);
  const order = view.order ?? usualOrder(ownIds);
  const shown = showFindings(findings, { ...view, order }, { ownIds });
  const onPage = shown.slice(0, limit);
  const reasons = await tellReasons({ db }, onPage, { words, count: REASONS_SHOWN });
  return {
    view,
    order,
    facets: nameFacets(countFacets(findings, view), found),
    tables: tablesOf(found.tables, countFacets(findings, view).tables),
    arrangesTables: workshop !== null && can(person, "workshop.arrange-tables", workshop),
    scopes: { inside: found.inside.length, outside: found.outside.length },
    coverage: coverage(findings),
    rows: await Promise.all(
      onPage.map(async (finding) => ({
        ...toRow(finding, ownIds),
        mayAssess: found.assesses && !ownIds.some((own) => isOf(finding, own)),
        reasons: reasons.get(finding.id) ?? [],
        changed: finding.decision.changedSince ? await changesSinceAnswer(db, finding) : null,
      })),
    ),
    count: shown.length,
    total: findings.length,
  };
}

const tablesOf = (tables: readonly WorkshopTable[], counts: readonly FacetCount[]): TableOfList[] =>
  tables.map((table) => ({ ...table, count: counts.find(({ id }) => id === table.id)?.count ?? 0 }));

function nameFacets(facets: FindingFacets, { boards, registry }: WorkshopFindings): FindingListPage["facets"] {
  const municipalityOf = new Map(boards.map(({ organisation }) => [organisation.id, organisation.name]));
  return {
    kinds: facets.kinds,
    strengths: facets.strengths,
    progress: facets.progress,
    municipalities: facets.municipalities.map((each) => ({ ...each, name: municipalityOf.get(each.id) ?? each.id })),
    actors: facets.actors.map((each) => {
      const entry = registry.get(each.id);
      return { ...each, name: entry?.shortName ?? entry?.name ?? each.id };
    }),
  };
}

function toRow(
  finding: WorkshopFinding,
  ownIds: readonly string[],
): Omit<FindingRow, "reasons" | "changed" | "mayAssess"> {
  const { id, kind, strength, a, b, decision } = finding;
  const nameOf = (organisationId: string) => (a.organisation.id === organisationId ? a : b).organisation.name;
  const own = [a.organisation.id, b.organisation.id].filter((one) => ownIds.includes(one));
  return {
    id,
    kind,
    strength,
    a: toSide(a),
    b: toSide(b),
    answers: decision.standing.map(({ organisationId, answer }) => ({ municipality: nameOf(organisationId), answer })),
    waitsForReader: decision.awaits.some((one) => own.includes(one)),
    isWithinOne: isWithinOne(finding),
    answerFor: decision.awaits.find((one) => own.includes(one)) ?? own[0] ?? null,
    suggested: finding.assessment?.answer ?? null,
    tableId: finding.tableId,
    aHash: a.hash,
    bHash: b.hash,
  };
}

const isOf = ({ a, b }: WorkshopFinding, organisationId: string): boolean =>
  a.organisation.id === organisationId || b.organisation.id === organisationId;

const toSide = ({ title, status, organisation }: WorkshopFinding["a"]): RowSide => ({
  title,
  status,
  organisationId: organisation.id,
  municipality: organisation.name,
});

const STEP = 50;
const MOST = 1_000;

/** How many lines are shown; more come by a link to the same address with a higher number. */
export function readLimit(params: URLSearchParams): number {
  const asked = Number(params.get("show"));
  return Number.isInteger(asked) && asked >= STEP ? Math.min(asked, MOST) : STEP;
}
