/** The chain from knowing the trade to staying in it, as the same people walk it (SPEC.md C1, C2). */
import type { ChainLink } from "#domain/initiative.ts";
import type { LinkMention, Reading } from "./reading.ts";

/** From one link to the next that the same people reach; what is not here is no chain (SPEC.md C2). */
const STEPS: Readonly<Partial<Record<ChainLink, Readonly<Partial<Record<ChainLink, number>>>>>> = {
  awareness: { "pre-course": 0.8, education: 0.6, placement: 0.2 },
  "pre-course": { education: 1, employment: 0.7 },
  education: { placement: 1 },
  placement: { onboarding: 0.9 },
  onboarding: { retention: 0.6, "working-time": 0.6 },
};

/** Families of means for those who are employed already, and how surely newcomers come by. */
const BESIDE_THE_CHAIN: Readonly<Record<string, number>> = { upskilling: 0.7, "supervisor-training": 0.7 };
/** A means for these people is no link that a newcomer walks. */
const OUTSIDE_THE_CHAIN: ReadonlySet<string> = new Set(
  "seniors retired leavers leaders sick-listed citizens relatives volunteers children temps".split(" "),
);
const CHILDREN: ReadonlySet<string> = new Set(["pupils", "pupils-upper", "young"]);
const JOBSEEKERS: ReadonlySet<string> = new Set(["unemployed", "career-changers", "bilingual", "foreign-trained"]);

export interface LinkPair {
  readonly value: number;
  readonly a: LinkMention;
  readonly b: LinkMention;
}

/** Only the main link of each counts: a mentor mentioned in passing makes no chain. */
const MAIN_LINK = 0.85;
export const mainLinks = ({ links }: Reading): readonly LinkMention[] =>
  links.filter((mention) => mention.strength >= MAIN_LINK * (links[0]?.strength ?? 0));

/** Whom a means is for when it says so itself; else whom the text names. Leaders are named wherever somebody is received. */
function walkers({ facets, targets }: Reading): string {
  const own = facets.means[0]?.concept.target ?? "staff-all";
  if (own !== "staff-all") return own;
  return targets.find(({ concept }) => concept.id !== "leaders")?.concept.id ?? own;
}

const mainFamily = ({ facets }: Reading): string => facets.means[0]?.concept.family ?? "";

/** How surely newcomers walk what an initiative does. */
const walked = (reading: Reading): number =>
  OUTSIDE_THE_CHAIN.has(walkers(reading)) ? 0 : (BESIDE_THE_CHAIN[mainFamily(reading)] ?? 1);

const isFor = (people: ReadonlySet<string>, reading: Reading): boolean =>
  people.has(reading.targets[0]?.concept.id ?? walkers(reading));

/** Who learn what beside a job, and the learners who are others than they. */
const BESIDE_A_JOB: Readonly<Record<string, ReadonlySet<string>>> = {
  upskilling: new Set(["apprentices"]),
  "specialist-education": new Set(["apprentices", "students"]),
};

/** Who is taught at a vocational school and who at a college. */
const TAUGHT: ReadonlySet<string> = new Set(["apprentices", "students"]);

const teachesOthers = (a: Reading, b: Reading): boolean => {
  const others = BESIDE_A_JOB[mainFamily(a)];
  return others !== undefined && (isFor(CHILDREN, b) || b.targets.some(({ concept }) => others.has(concept.id)));
};

const areTaughtApart = (a: Reading, b: Reading): boolean =>
  TAUGHT.has(walkers(a)) && TAUGHT.has(walkers(b)) && walkers(a) !== walkers(b);

/**
 * School children go to no course for jobseekers nor for the staff; who learns beside a job is no apprentice, and an apprentice
 * no student.
 */
const neverMeet = (a: Reading, b: Reading): boolean =>
  (isFor(CHILDREN, a) && isFor(JOBSEEKERS, b)) || teachesOthers(a, b) || areTaughtApart(a, b);

/** A course leads to a post when both are for the same people; else it leads to training. */
function stepBetween(a: ChainLink, b: ChainLink, areSame: boolean): number {
  const step = STEPS[a]?.[b] ?? STEPS[b]?.[a] ?? 0;
  return (a === "employment" || b === "employment") && !areSame ? 0 : step;
}

/** The links of two initiatives that follow each other, with how surely; null when none do. */
export function neighbouringLinks(a: Reading, b: Reading): LinkPair | null {
  const together = neverMeet(a, b) || neverMeet(b, a) ? 0 : walked(a) * walked(b);
  if (together === 0) return null;
  const areSame = walkers(a) === walkers(b);
  const pairs = mainLinks(a).flatMap((left) =>
    mainLinks(b).map((right) => {
      const certainty = together * (left.certainty * right.certainty);
      return { value: stepBetween(left.link, right.link, areSame) * certainty, a: left, b: right };
    }),
  );
  return pairs.reduce<LinkPair | null>((best, pair) => (pair.value > (best?.value ?? 0) ? pair : best), null);
}
