/** The list of findings of a workshop: what is shown of it, in which order, and what each narrowing would leave. */
import {
  FINDING_KINDS,
  type FindingDecision,
  type FindingKind,
  type FindingState,
  type GivenAnswer,
  isOpen,
  STRENGTHS,
  type Strength,
} from "#domain/finding.ts";

/**
 * How far a finding is. An outdated one that the check still finds waits for answers like a new one. For those who only suggest answers,
 * one that has been assessed waits for the kommuner and no longer for them.
 */
export const FINDING_PROGRESS = ["waiting", "assessed", "confirmed", "parallel", "dismissed", "gone"] as const;
export type FindingProgress = (typeof FINDING_PROGRESS)[number];

const PROGRESS_OF: Readonly<Record<FindingState, FindingProgress>> = {
  proposed: "waiting",
  confirmed: "confirmed",
  parallel: "parallel",
  dismissed: "dismissed",
  outdated: "gone",
};
export function progressOf({ decision, isAssessed }: Pick<ListedFinding, "decision" | "isAssessed">): FindingProgress {
  if (!isOpen(decision)) return PROGRESS_OF[decision.state];
  return isAssessed ? "assessed" : "waiting";
}

interface ListedSide {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly workshop: { readonly id: string };
}
/** What the list needs to know of a finding. */
export interface ListedFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly score: number;
  /** How likely it is what the check says, from 0 to 1. */
  readonly probability: number;
  readonly a: ListedSide;
  readonly b: ListedSide;
  readonly decision: FindingDecision<GivenAnswer>;
  /** The reader suggests answers, and one has been suggested. */
  readonly isAssessed: boolean;
  /** Actors that both initiatives name. */
  readonly actorIds: readonly string[];
  /** The table of the workshop that talks about it. */
  readonly tableId: string | null;
}

/** Both initiatives are one kommune's own. */
export const isWithinOne = ({ a, b }: Pick<ListedFinding, "a" | "b">): boolean =>
  a.organisation.id === b.organisation.id;

/** By strength: the reader's own first, then the strongest. By value: where an answer is worth most. */
export const FINDING_ORDERS = ["strength", "value"] as const;
export type FindingOrder = (typeof FINDING_ORDERS)[number];

export interface FindingView {
  readonly progress: FindingProgress;
  readonly kind: FindingKind | null;
  readonly strength: Strength | null;
  readonly municipality: string | null;
  readonly actor: string | null;
  /** Id of the table that talks about it. */
  readonly table: string | null;
  /** With kommuner that do not take part in the workshop, instead of between those that do. */
  readonly outside: boolean;
  /** Null is by strength; a page may choose what is usual for its reader. */
  readonly order: FindingOrder | null;
}
export type Facet = "progress" | "kind" | "strength" | "municipality" | "actor" | "table";

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((one) => one === value) ?? null;

export function readFindingView(params: URLSearchParams): FindingView {
  return {
    progress: oneOf(FINDING_PROGRESS, params.get("status")) ?? "waiting",
    kind: oneOf(FINDING_KINDS, params.get("kind")),
    strength: oneOf(STRENGTHS, params.get("strength")),
    municipality: params.get("municipality"),
    actor: params.get("actor"),
    table: params.get("table"),
    outside: params.get("scope") === "outside",
    order: oneOf(FINDING_ORDERS, params.get("order")),
  };
}

/** The address of a view; what is usual is left out. */
export function writeFindingView({ progress, outside, ...view }: FindingView): string {
  const params = new URLSearchParams();
  if (progress !== "waiting") params.set("status", progress);
  for (const name of ["kind", "strength", "municipality", "actor", "table", "order"] as const) {
    const value = view[name];
    if (value !== null) params.set(name, value);
  }
  if (outside) params.set("scope", "outside");
  return params.toString();
}

/** Findings of the workshop: both sides in it, or (`outside`) one of them. */
export const inScope = <F extends ListedFinding>(findings: readonly F[], workshopId: string, outside: boolean): F[] =>
  findings.filter(({ a, b }) => {
    const inside = [a, b].filter(({ workshop }) => workshop.id === workshopId).length;
    return inside === (outside ? 1 : 2);
  });

const FITS: Readonly<Record<Facet, (finding: ListedFinding, view: FindingView) => boolean>> = {
  progress: (finding, { progress }) => progressOf(finding) === progress,
  kind: (finding, { kind }) => kind === null || finding.kind === kind,
  strength: (finding, { strength }) => strength === null || finding.strength === strength,
  municipality: ({ a, b }, { municipality }) =>
    municipality === null || a.organisation.id === municipality || b.organisation.id === municipality,
  actor: ({ actorIds }, { actor }) => actor === null || actorIds.includes(actor),
  table: ({ tableId }, { table }) => table === null || tableId === table,
};

const fits = (finding: ListedFinding, view: FindingView, except?: Facet): boolean =>
  (Object.keys(FITS) as Facet[]).every((facet) => facet === except || FITS[facet](finding, view));

export interface ShowOptions {
  /** Organisations that the reader belongs to: theirs come first. */
  readonly ownIds: readonly string[];
  /** A finding that stays in the list though it no longer fits, such as the one that was just answered. */
  readonly keep?: string;
}

/**
 * How much an answer would tell: most where one kommune waits for the other's, then where a decision no longer holds because a text has
 * changed, then where the check is most in doubt.
 */
export function valueOfAsking({ decision, probability }: ListedFinding): number {
  const decides = decision.standing.length > 0 && isOpen(decision) ? 2 : 0;
  const lapsed = decision.changedSince ? 1 : 0;
  return decides + lapsed + 4 * probability * (1 - probability);
}

/** A kommune sees its own first; who looks across the kommuner begins where an answer is worth most. */
export const usualOrder = (ownIds: readonly string[]): FindingOrder => (ownIds.length > 0 ? "strength" : "value");

/**
 * What the view shows, in the order of the list: across kommuner before those inside one. By strength, answering does not move a
 * finding, so that next and previous stay where they were.
 */
export function showFindings<F extends ListedFinding>(
  findings: readonly F[],
  view: FindingView,
  { ownIds, keep }: ShowOptions,
): F[] {
  const within = (finding: F) => (isWithinOne(finding) ? 1 : 0);
  const foreign = ({ a, b }: F) => ([a, b].some(({ organisation }) => ownIds.includes(organisation.id)) ? 0 : 1);
  const rank = ({ strength }: F) => STRENGTHS.indexOf(strength);
  const first =
    view.order === "value"
      ? (x: F, y: F) => valueOfAsking(y) - valueOfAsking(x)
      : // Points of different kinds are not on one scale; the word that the reader sees is.
        (x: F, y: F) => foreign(x) - foreign(y) || rank(x) - rank(y);
  return findings
    .filter((finding) => finding.id === keep || fits(finding, view))
    .sort((x, y) => within(x) - within(y) || first(x, y) || y.score - x.score || (x.id < y.id ? -1 : 1));
}

export interface FacetCount<Id extends string = string> {
  readonly id: Id;
  readonly count: number;
}
export interface FindingFacets {
  readonly kinds: readonly FacetCount<FindingKind>[];
  readonly strengths: readonly FacetCount<Strength>[];
  readonly progress: readonly FacetCount<FindingProgress>[];
  readonly municipalities: readonly FacetCount[];
  readonly actors: readonly FacetCount[];
  readonly tables: readonly FacetCount[];
}

/** How many findings each choice would show with the rest of the view as it is; most first where the set is open. */
export function countFacets(findings: readonly ListedFinding[], view: FindingView): FindingFacets {
  const leaving = (facet: Facet) => findings.filter((finding) => fits(finding, view, facet));
  return {
    kinds: closed(FINDING_KINDS, leaving("kind"), ({ kind }) => kind),
    strengths: closed(STRENGTHS, leaving("strength"), ({ strength }) => strength),
    progress: closed(FINDING_PROGRESS, leaving("progress"), progressOf),
    municipalities: open(leaving("municipality"), ({ a, b }) => [a.organisation.id, b.organisation.id]),
    actors: open(leaving("actor"), ({ actorIds }) => actorIds),
    tables: open(leaving("table"), ({ tableId }) => (tableId === null ? [] : [tableId])),
  };
}

const closed = <Id extends string>(
  ids: readonly Id[],
  findings: ListedFinding[],
  idOf: (finding: ListedFinding) => Id,
) => ids.map((id) => ({ id, count: findings.filter((finding) => idOf(finding) === id).length }));

function open(findings: ListedFinding[], idsOf: (finding: ListedFinding) => readonly string[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const finding of findings) for (const id of new Set(idsOf(finding))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((x, y) => y.count - x.count || (x.id < y.id ? -1 : 1));
}

/** How far the workshop is: decided, or assessed by those who suggest answers, of those that the check still finds. */
export function coverage(findings: readonly ListedFinding[]): { readonly decided: number; readonly total: number } {
  const standing = findings.map(progressOf).filter((progress) => progress !== "gone");
  return { decided: standing.filter((progress) => progress !== "waiting").length, total: standing.length };
}
