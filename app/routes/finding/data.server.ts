import type { Services } from "#app/http/load-context.server.ts";
import { isNear, type ReasonWords, reasonText, tellingOrder } from "#app/text/reason-text.ts";
import { loadRegistry } from "#db/queries/actors.ts";
import { boardSubject, readableBoards } from "#db/queries/boards.ts";
import { type Assessment, type KindChange, kindChanges, standingAssessments } from "#db/queries/finding-answers.ts";
import { type ChangedSide, changesSinceAnswer, findInitiative } from "#db/queries/finding-sides.ts";
import { type FindingAnswer, type FindingSide, type FindingWithReasons, findFinding } from "#db/queries/findings.ts";
import { type Registry, resolveActorId } from "#domain/actor-registry.ts";
import {
  type Evidence,
  type FindingKind,
  type FindingState,
  type Reason,
  reasonSides,
  type Strength,
} from "#domain/finding.ts";
import { evidenceOf, type MarkedWords, stretchesIn } from "#domain/highlight.ts";
import type { InitiativeSnapshot, InitiativeStatus } from "#domain/initiative.ts";
import {
  type ComparedField,
  compareInitiatives,
  comparePhases,
  type PhaseVerdict,
  type SetVerdict,
} from "#domain/pair-comparison.ts";
import { can, type FindingSubject, type Person } from "#domain/permissions.ts";
import { conceptLabel } from "#domain/synergy/concept-label.ts";
import { termLabel } from "#domain/vocabulary.ts";

export interface PairSide {
  readonly boardId: string;
  readonly initiativeId: string;
  readonly organisationId: string;
  readonly municipality: string;
  readonly title: MarkedWords;
  readonly description: MarkedWords;
  readonly status: InitiativeStatus;
  readonly startYear: number | null;
  /** What an answer given now is about. */
  readonly hash: string;
}

/** One line of the comparison; chain links come as keys, everything else as the words to show. */
export interface PairRow {
  readonly field: ComparedField;
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly shared: number;
  readonly verdict: SetVerdict;
  /** The check read it in the texts, because at least one of the two has no tag for it. */
  readonly isRead: boolean;
}

export type ShownAnswer = Omit<FindingAnswer, "aHash" | "bHash">;

export interface PairParty {
  readonly organisationId: string;
  readonly municipality: string;
  readonly answer: ShownAnswer | null;
}

/** A reason in words; negative weight speaks against. */
export interface PairReason extends Pick<Reason, "code" | "weight"> {
  readonly text: string;
  /** What it names is near in both, not the same. */
  readonly isNear: boolean;
}

export interface PairPage {
  readonly id: string;
  readonly kind: FindingKind;
  readonly strength: Strength;
  readonly state: FindingState;
  readonly isGone: boolean;
  readonly a: PairSide;
  readonly b: PairSide;
  readonly rows: readonly PairRow[];
  readonly phase: PhaseVerdict;
  readonly reasons: readonly PairReason[];
  readonly parties: readonly PairParty[];
  /** Answers that were given to earlier texts, newest first. */
  readonly earlier: readonly (ShownAnswer & { readonly municipality: string })[];
  /** What has changed in the two since those answers. */
  readonly changes: readonly ChangedSide[];
  /** The kommuner that the reader answers for. */
  readonly answersFor: readonly string[];
  readonly mayAssess: boolean;
  readonly mayChangeKind: boolean;
  /** What somebody who looks across the kommuner suggests. */
  readonly assessment: Assessment | null;
  /** Kinds that it was given, newest first. */
  readonly kindChanges: readonly KindChange[];
}

/** The finding as the person may read it; null otherwise. */
export async function readFinding(
  { db }: Services,
  { person, findingId }: { person: Person; findingId: string },
): Promise<FindingWithReasons | null> {
  return findFinding(db, await readableBoards(db, person), findingId);
}

/** The finding for `can()`; null when a board of it is gone. */
export async function findingSubject(
  { db }: Services,
  finding: FindingWithReasons,
  answerFor: string,
): Promise<FindingSubject | null> {
  const [a, b] = await Promise.all([boardSubject(db, finding.a.boardId), boardSubject(db, finding.b.boardId)]);
  return a === null || b === null ? null : { type: "finding", boards: [a, b], answerFor };
}

/** Everything that the pair's page shows about the two initiatives; null when one of them was just deleted. */
export async function loadPair(
  context: Services,
  { person, finding, words }: { person: Person; finding: FindingWithReasons; words: ReasonWords },
): Promise<PairPage | null> {
  const { db } = context;
  const [a, b] = await Promise.all([findInitiative(db, finding.a), findInitiative(db, finding.b)]);
  if (a === null || b === null) return null;
  const { id, kind, strength, reasons, decision } = finding;
  return {
    id,
    kind,
    strength,
    state: decision.state,
    isGone: decision.state === "outdated" && decision.awaits.length === 0,
    a: toSide(finding.a, a, evidenceOf(reasons, "a")),
    b: toSide(finding.b, b, evidenceOf(reasons, "b")),
    rows: compareRows([a, b], reasons, { registry: await loadRegistry(db), language: words.language }),
    phase: comparePhases(a.status, b.status),
    reasons: tellPair(finding, [a, b], words),
    parties: partiesOf(finding),
    earlier: earlierAnswers(finding),
    changes: await changesSinceAnswer(db, finding),
    ...(await rightsOf(context, person, finding)),
    assessment: (await standingAssessments(db, [id])).get(id) ?? null,
    kindChanges: await kindChanges(db, id),
  };
}

/** What speaks for it as it is told everywhere, and then what speaks against it. */
function tellPair(
  { a, b, reasons }: FindingWithReasons,
  texts: readonly [InitiativeSnapshot, InitiativeSnapshot],
  words: ReasonWords,
): PairReason[] {
  const side = ({ organisation }: FindingSide, { title, descriptionText }: InitiativeSnapshot) => ({
    municipality: organisation.name,
    title,
    description: descriptionText,
  });
  const pair = [side(a, texts[0]), side(b, texts[1])] as const;
  return [...tellingOrder(reasons), ...reasons.filter(({ weight }) => weight < 0)].map((reason) => ({
    code: reason.code,
    weight: reason.weight,
    text: reasonText(reason, words, pair),
    isNear: isNear(reason, words),
  }));
}

function toSide(
  { boardId, initiativeId, organisation, hash }: FindingSide,
  { title, descriptionText, status, startYear }: InitiativeSnapshot,
  evidence: readonly Evidence[],
): PairSide {
  return {
    boardId,
    initiativeId,
    organisationId: organisation.id,
    municipality: organisation.name,
    title: { text: title, marks: stretchesIn(evidence, "title") },
    description: { text: descriptionText, marks: stretchesIn(evidence, "description") },
    status,
    startYear,
    hash,
  };
}

interface Naming {
  readonly registry: Registry;
  readonly language: ReasonWords["language"];
}

/** What the tags say; where a side has none, what the check read in the texts, since that is what the finding rests on. */
function compareRows(
  [a, b]: readonly [InitiativeSnapshot, InitiativeSnapshot],
  reasons: readonly Reason[],
  naming: Naming,
): PairRow[] {
  const compared = ({ tags, actors }: InitiativeSnapshot) => ({
    tags,
    actorIds: [...new Set(actors.map(({ actorId }) => resolveActorId(naming.registry, actorId)))],
  });
  return compareInitiatives(compared(a), compared(b)).map(({ field, verdict, shared, ...sets }) => {
    const read = verdict === "unknown" ? readInTexts(field, reasons, naming) : null;
    if (read !== null) return read;
    return {
      field,
      verdict,
      shared: shared.length,
      a: sets.a.map((id) => labelOf(field, id, naming)),
      b: sets.b.map((id) => labelOf(field, id, naming)),
      isRead: false,
    };
  });
}

/** The facets of the check that a person tags by a field. */
const FACETS: Readonly<Partial<Record<ComparedField, "target" | "staff">>> = {
  targetGroups: "target",
  professions: "staff",
};

function readInTexts(field: ComparedField, reasons: readonly Reason[], { language }: Naming): PairRow | null {
  const facet = FACETS[field];
  if (facet === undefined) return null;
  for (const reason of reasons) {
    const [a, b] = reasonSides(reason, facet) ?? [];
    if (a === undefined || b === undefined) continue;
    return {
      field,
      verdict: a === b ? "same" : reason.weight > 0 ? "some" : "different",
      shared: a === b ? 1 : 0,
      a: [conceptLabel(facet, a, language)],
      b: [conceptLabel(facet, b, language)],
      isRead: true,
    };
  }
  return null;
}

function labelOf(field: ComparedField, id: string, { registry, language }: Naming): string {
  if (field === "chainLinks") return id;
  return field === "actors" ? (registry.get(id)?.name ?? id) : termLabel(field, id, language);
}

function partiesOf({ a, b, decision }: FindingWithReasons): PairParty[] {
  const sides = a.organisation.id === b.organisation.id ? [a] : [a, b];
  return sides.map(({ organisation }) => ({
    organisationId: organisation.id,
    municipality: organisation.name,
    answer: decision.standing.find(({ organisationId }) => organisationId === organisation.id) ?? null,
  }));
}

/** Answers to texts that have changed since; a kommune's own later answer to the same texts is no earlier text. */
function earlierAnswers({ a, b, answers }: FindingWithReasons): PairPage["earlier"] {
  return answers
    .filter(({ aHash, bHash }) => aHash !== a.hash || bHash !== b.hash)
    .map((answer) => ({
      ...answer,
      municipality: (a.organisation.id === answer.organisationId ? a : b).organisation.name,
    }))
    .toReversed();
}

async function rightsOf(
  context: Services,
  person: Person,
  finding: FindingWithReasons,
): Promise<Pick<PairPage, "answersFor" | "mayAssess" | "mayChangeKind">> {
  const subject = await findingSubject(context, finding, "");
  if (subject === null) return { answersFor: [], mayAssess: false, mayChangeKind: false };
  const ids = partiesOf(finding).map(({ organisationId }) => organisationId);
  return {
    answersFor: ids.filter((answerFor) => can(person, "finding.answer", { ...subject, answerFor })),
    mayAssess: can(person, "finding.assess", subject),
    mayChangeKind: can(person, "finding.change-kind", subject),
  };
}
