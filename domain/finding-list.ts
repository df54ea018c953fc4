/** The list of findings of a workshop: what is shown of it, in which order, and what each narrowing would leave. */
import {
  FINDING_KINDS,
  type FindingDecision,
  type FindingKind,
  type FindingState,
  type GivenAnswer,
  isOpen,
} from "#domain/finding.ts";

/** How far a finding is. An outdated one that the check still finds waits for answers like a new one. */
export const FINDING_PROGRESS = ["waiting", "confirmed", "parallel", "dismissed", "gone"] as const;
export type FindingProgress = (typeof FINDING_PROGRESS)[number];

const PROGRESS_OF: Readonly<Record<FindingState, FindingProgress>> = {
  proposed: "waiting",
  confirmed: "confirmed",
  parallel: "parallel",
  dismissed: "dismissed",
  outdated: "gone",
};
export const progressOf = (decision: FindingDecision<GivenAnswer>): FindingProgress =>
  isOpen(decision) ? "waiting" : PROGRESS_OF[decision.state];

interface ListedSide {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly workshop: { readonly id: string };
}
/** What the list needs to know of a finding. */
export interface ListedFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly score: number;
  readonly a: ListedSide;
  readonly b: ListedSide;
  readonly decision: FindingDecision<GivenAnswer>;
  /** Actors that both initiatives name. */
  readonly actorIds: readonly string[];
}

/** Both initiatives are one kommune's own. */
export const isWithinOne = ({ a, b }: Pick<ListedFinding, "a" | "b">): boolean =>
  a.organisation.id === b.organisation.id;

export interface FindingView {
  readonly progress: FindingProgress;
  readonly kind: FindingKind | null;
  readonly municipality: string | null;
  readonly actor: string | null;
  /** With kommuner that do not take part in the workshop, instead of between those that do. */
  readonly outside: boolean;
}
export type Facet = "progress" | "kind" | "municipality" | "actor";

const isProgress = (value: unknown): value is FindingProgress =>
  (FINDING_PROGRESS as readonly unknown[]).includes(value);
const isKind = (value: unknown): value is FindingKind => (FINDING_KINDS as readonly unknown[]).includes(value);

export function readFindingView(params: URLSearchParams): FindingView {
  const progress = params.get("status");
  const kind = params.get("kind");
  return {
    progress: isProgress(progress) ? progress : "waiting",
    kind: isKind(kind) ? kind : null,
    municipality: params.get("municipality"),
    actor: params.get("actor"),
    outside: params.get("scope") === "outside",
  };
}

/** The address of a view; what is usual is left out. */
export function writeFindingView({ progress, kind, municipality, actor, outside }: FindingView): string {
  const params = new URLSearchParams();
  if (progress !== "waiting") params.set("status", progress);
  if (kind !== null) params.set("kind", kind);
  if (municipality !== null) params.set("municipality", municipality);
  if (actor !== null) params.set("actor", actor);
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
  progress: ({ decision }, { progress }) => progressOf(decision) === progress,
  kind: (finding, { kind }) => kind === null || finding.kind === kind,
  municipality: ({ a, b }, { municipality }) =>
    municipality === null || a.organisation.id === municipality || b.organisation.id === municipality,
  actor: ({ actorIds }, { actor }) => actor === null || actorIds.includes(actor),
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
 * What the view shows, in the order of the list: across kommuner before those inside one, the reader's own first, then the
 * strongest. Answering does not move a finding, so that next and previous stay where they were.
 */
export function showFindings<F extends ListedFinding>(
  findings: readonly F[],
  view: FindingView,
  { ownIds, keep }: ShowOptions,
): F[] {
  const within = (finding: F) => (isWithinOne(finding) ? 1 : 0);
  const foreign = ({ a, b }: F) => ([a, b].some(({ organisation }) => ownIds.includes(organisation.id)) ? 0 : 1);
  return findings
    .filter((finding) => finding.id === keep || fits(finding, view))
    .sort((x, y) => within(x) - within(y) || foreign(x) - foreign(y) || y.score - x.score || (x.id < y.id ? -1 : 1));
}

export interface FacetCount<Id extends string = string> {
  readonly id: Id;
  readonly count: number;
}
export interface FindingFacets {
  readonly kinds: readonly FacetCount<FindingKind>[];
  readonly progress: readonly FacetCount<FindingProgress>[];
  readonly municipalities: readonly FacetCount[];
  readonly actors: readonly FacetCount[];
}

/** How many findings each choice would show with the rest of the view as it is; most first where the set is open. */
export function countFacets(findings: readonly ListedFinding[], view: FindingView): FindingFacets {
  const leaving = (facet: Facet) => findings.filter((finding) => fits(finding, view, facet));
  return {
    kinds: closed(FINDING_KINDS, leaving("kind"), ({ kind }) => kind),
    progress: closed(FINDING_PROGRESS, leaving("progress"), ({ decision }) => progressOf(decision)),
    municipalities: open(leaving("municipality"), ({ a, b }) => [a.organisation.id, b.organisation.id]),
    actors: open(leaving("actor"), ({ actorIds }) => actorIds),
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

/** How far the workshop is: decided of those that the check still finds. */
export function coverage(findings: readonly ListedFinding[]): { readonly decided: number; readonly total: number } {
  const standing = findings.filter(({ decision }) => progressOf(decision) !== "gone");
  return { decided: standing.filter(({ decision }) => !isOpen(decision)).length, total: standing.length };
}
