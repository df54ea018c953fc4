/** What the check finds between two initiatives, and how the two kommuner decide about it. */

export const FINDING_KINDS = ["overlap", "learn-from", "shared-actor", "complementary"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const STRENGTHS = ["strong", "medium", "weak"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** In the order of the keys 1–6 on the findings page. */
export const ANSWERS = ["merge", "coordinate", "meet", "learn-from", "unrelated", "deliberately-parallel"] as const;
export type Answer = (typeof ANSWERS)[number];

export type Stance = "yes" | "no" | "parallel";

const STANCE_OF: Readonly<Record<Answer, Stance>> = {
  merge: "yes",
  coordinate: "yes",
  meet: "yes",
  "learn-from": "yes",
  unrelated: "no",
  "deliberately-parallel": "parallel",
};

/** What an answer says about the pair: there is something in it, there is not, or both go on knowingly. */
export const stanceOf = (answer: Answer): Stance => STANCE_OF[answer];

/** A no must be explained, by a cause or in words: the other kommune reads it, and it is what the check learns from. */
export const needsReason = (answer: Answer): boolean => stanceOf(answer) === "no";
export const REASON_LIMIT = 1_000;

/** Why, at one press: why there is nothing in a pair, or why it is of another kind than the check says. */
export const CAUSES = [
  "other-people",
  "other-means",
  "other-trade",
  "same-words-only",
  "one-is-further",
  "only-the-actor",
  "one-follows",
] as const;
export type Cause = (typeof CAUSES)[number];

/** Why an answer was not taken. */
export type AnswerRefusal =
  | "signed-out"
  | "unknown"
  | "not-a-party"
  | "gone"
  | "texts-changed"
  | "reason-missing"
  | "kind-missing"
  | "reason-long"
  | "answer-missing";

export const FINDING_STATES = ["proposed", "confirmed", "parallel", "dismissed", "outdated"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** A stretch of one field: `[field, from, to)` in UTF-16 units; `title`, `description`, `actors.0`, `professions` … */
export type Evidence = readonly [field: string, from: number, to: number];

/** One line of the explanation. `weight` is its share of the score; negative speaks against. */
export interface Reason {
  readonly code: string;
  readonly weight: number;
  /** Values the sentence needs: concept ids, actor names, statuses. */
  readonly params: Readonly<Record<string, string>>;
  readonly a: readonly Evidence[];
  readonly b: readonly Evidence[];
}

/** What a reason says of each side under a name: the same of both, or one each; null when it says nothing of it. */
export function reasonSides({ params }: Reason, name: string): readonly [a: string, b: string] | null {
  const a = params[name] ?? params[`${name}A`];
  const b = params[name] ?? params[`${name}B`];
  return a === undefined || b === undefined ? null : [a, b];
}

/** Those that speak for the finding, the weightiest first. */
export const speakingFor = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);

/** What a decision holds for: two texts with their tags, by hash, and the kommuner that they belong to. */
export interface DecidedTexts {
  readonly aHash: string;
  readonly bHash: string;
}
export interface FindingFacts extends DecidedTexts {
  readonly aOrganisationId: string;
  readonly bOrganisationId: string;
  /** When the check stopped finding it, or null. */
  readonly goneAt: number | null;
}
export interface GivenAnswer extends DecidedTexts {
  readonly organisationId: string;
  readonly answer: Answer;
  readonly at: number;
}

export interface FindingDecision<A extends GivenAnswer> {
  readonly state: FindingState;
  /** The newest answer of each kommune, while it was given for the texts as they are now. */
  readonly standing: readonly A[];
  /** Kommuner that have not answered and whose answer would decide. */
  readonly awaits: readonly string[];
  /** Decided once, and then a text or a tag changed: it may be answered anew. */
  readonly changedSince: boolean;
}

/** One kommune when both initiatives are its own: then its answer alone decides. */
export const parties = (finding: FindingFacts): readonly string[] =>
  finding.aOrganisationId === finding.bOrganisationId
    ? [finding.aOrganisationId]
    : [finding.aOrganisationId, finding.bOrganisationId];

/**
 * Where a finding stands. Answers may come in any order and may be changed; the newest of each kommune counts, and only
 * while both texts are as they were when it was given.
 */
export function decide<A extends GivenAnswer>(finding: FindingFacts, answers: readonly A[]): FindingDecision<A> {
  const newest = parties(finding).flatMap(
    (id) => newestOf(answers.filter((given) => given.organisationId === id)) ?? [],
  );
  const standing = newest.filter((given) => isForTexts(given, finding));
  const verdict = verdictOf(finding, standing);
  const changedSince = standing.length === 0 && wasDecided(finding, answers);
  if (finding.goneAt !== null) return { state: "outdated", standing, awaits: [], changedSince };
  if (verdict !== null) return { state: verdict, standing, awaits: [], changedSince };
  const answered = new Set(standing.map((given) => given.organisationId));
  const awaits = parties(finding).filter((id) => !answered.has(id));
  return { state: changedSince ? "outdated" : "proposed", standing, awaits, changedSince };
}

const isForTexts = (given: DecidedTexts, texts: DecidedTexts): boolean =>
  given.aHash === texts.aHash && given.bHash === texts.bHash;

function newestOf<A extends GivenAnswer>(answers: readonly A[]): A | undefined {
  return answers.reduce<A | undefined>(
    (newest, given) => (newest === undefined || given.at >= newest.at ? given : newest),
    undefined,
  );
}

/** The decision that these answers make together, or null while somebody's is missing. */
function verdictOf(finding: FindingFacts, standing: readonly GivenAnswer[]): FindingState | null {
  const stances = standing.map((given) => stanceOf(given.answer));
  if (stances.includes("no")) return "dismissed";
  if (stances.includes("parallel")) return "parallel";
  return stances.length === parties(finding).length ? "confirmed" : null;
}

/** Whether the answers to any earlier state of the texts had decided the pair. */
function wasDecided(finding: FindingFacts, answers: readonly GivenAnswer[]): boolean {
  const earlier = answers.filter((given) => !isForTexts(given, finding));
  return earlier.some((one) => {
    const together = earlier.filter((given) => isForTexts(given, one));
    const newest = parties(finding).flatMap((id) => newestOf(together.filter((g) => g.organisationId === id)) ?? []);
    return verdictOf(finding, newest) !== null;
  });
}

/** Open to answers: nobody's decision holds and the check still finds it. */
export const isOpen = (decision: Pick<FindingDecision<GivenAnswer>, "awaits">): boolean => decision.awaits.length > 0;

/** Whether cards, badges and numbers show it: the check finds it and nobody's answer holds that there is nothing in it. */
export const isStanding = (decision: Pick<FindingDecision<GivenAnswer>, "state" | "awaits">): boolean =>
  decision.state !== "dismissed" && (decision.state !== "outdated" || isOpen(decision));
