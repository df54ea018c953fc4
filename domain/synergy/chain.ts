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
export const mainLinks = ({ links }: Pick<Reading, "links">): readonly LinkMention[] =>
  links.filter((mention) => mention.strength >= MAIN_LINK * (links[0]?.strength ?? 0));

type Walking = Pick<Reading, "facets" | "targets" | "links">;

/** Whom a means is for when it says so itself; else whom the text names. Leaders are named wherever somebody is received. */
function walkers({ facets, targets }: Walking): string {
  const own = facets.means[0]?.concept.target ?? "staff-all";
  if (own !== "staff-all") return own;
  return targets.find(({ concept }) => concept.id !== "leaders")?.concept.id ?? own;
}

/** Who learn what beside a job, and the learners who are others than they. */
const BESIDE_A_JOB: Readonly<Record<string, ReadonlySet<string>>> = {
  upskilling: new Set(["apprentices"]),
  "specialist-education": new Set(["apprentices", "students"]),
};

/** Who is taught at a vocational school and who at a college. */
const TAUGHT: ReadonlySet<string> = new Set(["apprentices", "students"]);

/** What a chain asks of an initiative: found out once, and asked for every initiative that it is compared with. */
export interface Walk {
  /** Whom it is for. */
  readonly people: string;
  readonly targets: readonly string[];
  readonly isForChildren: boolean;
  readonly isForJobseekers: boolean;
  /** Those who are others than the ones who learn beside their job here; nobody where none do. */
  readonly otherLearners: ReadonlySet<string> | null;
  /** How surely newcomers walk what it does. */
  readonly certainty: number;
  readonly links: readonly LinkMention[];
}

export function walkOf(reading: Walking): Walk {
  const people = walkers(reading);
  const family = reading.facets.means[0]?.concept.family ?? "";
  const targets = reading.targets.map(({ concept }) => concept.id);
  const [top = people] = targets;
  return {
    people,
    targets,
    isForChildren: CHILDREN.has(top),
    isForJobseekers: JOBSEEKERS.has(top),
    otherLearners: BESIDE_A_JOB[family] ?? null,
    certainty: OUTSIDE_THE_CHAIN.has(people) ? 0 : (BESIDE_THE_CHAIN[family] ?? 1),
    links: mainLinks(reading),
  };
}

const teachesOthers = ({ otherLearners }: Walk, b: Walk): boolean =>
  otherLearners !== null && (b.isForChildren || b.targets.some((id) => otherLearners.has(id)));

const areTaughtApart = (a: Walk, b: Walk): boolean =>
  a.people !== b.people && TAUGHT.has(a.people) && TAUGHT.has(b.people);

/**
 * School children go to no course for jobseekers nor for the staff; who learns beside a job is no apprentice, and an apprentice
 * no student.
 */
const neverMeet = (a: Walk, b: Walk): boolean =>
  (a.isForChildren && b.isForJobseekers) || teachesOthers(a, b) || areTaughtApart(a, b);

/** A course leads to a post when both are for the same people; else it leads to training. */
function stepBetween(a: ChainLink, b: ChainLink, areSame: boolean): number {
  const step = STEPS[a]?.[b] ?? STEPS[b]?.[a] ?? 0;
  return (a === "employment" || b === "employment") && !areSame ? 0 : step;
}

/** The links of two initiatives that follow each other, with how surely; null when none do. */
export function neighbouringLinks(a: Walk, b: Walk): LinkPair | null {
  const together = neverMeet(a, b) || neverMeet(b, a) ? 0 : a.certainty * b.certainty;
  if (together === 0) return null;
  const areSame = a.people === b.people;
  let best: LinkPair | null = null;
  for (const left of a.links) {
    for (const right of b.links) {
      const certainty = together * (left.certainty * right.certainty);
      const value = stepBetween(left.link, right.link, areSame) * certainty;
      if (value > (best?.value ?? 0)) best = { value, a: left, b: right };
    }
  }
  return best;
}
