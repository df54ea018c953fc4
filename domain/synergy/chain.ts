/** The chain from knowing the trade to staying in it, as the same people walk it (SPEC.md C1, C2). */
import type { ChainLink } from "#domain/initiative.ts";
import type { LinkMention, Reading } from "./reading.ts";

/** From one link to the next that the same people reach; what is not here is no chain (SPEC.md C2). */
const STEPS: Readonly<Partial<Record<ChainLink, Readonly<Partial<Record<ChainLink, number>>>>>> = {
  awareness: { education: 0.9, "pre-course": 0.4, placement: 0.3 },
  "pre-course": { education: 1, placement: 0.4 },
  education: { placement: 1 },
  placement: { onboarding: 1 },
  onboarding: { retention: 0.5, "working-time": 0.3 },
};

/** Those who are already employed and learn more walk no chain of newcomers; parallel routes into a link are none either. */
const OUTSIDE_THE_CHAIN: ReadonlySet<string> = new Set(["upskilling", "supervisor-training"]);
const CHILDREN: ReadonlySet<string> = new Set(["pupils", "pupils-upper", "young"]);

export interface LinkPair {
  readonly value: number;
  readonly a: LinkMention;
  readonly b: LinkMention;
}

function stepBetween(a: ChainLink, b: ChainLink): number {
  return STEPS[a]?.[b] ?? STEPS[b]?.[a] ?? 0;
}

/** Only the main link of each counts: a mentor mentioned in passing makes no chain. */
const MAIN_LINK = 0.85;
const mainLinks = ({ links }: Reading): readonly LinkMention[] =>
  links.filter((mention) => mention.strength >= MAIN_LINK * (links[0]?.strength ?? 0));

const isOutsideTheChain = ({ facets }: Reading): boolean =>
  OUTSIDE_THE_CHAIN.has(facets.means[0]?.concept.family ?? "");

/** School children do not go to a course for jobseekers. */
const isForChildren = (reading: Reading): boolean => CHILDREN.has(reading.targets[0]?.concept.id ?? "");

/** How far one link leads to the other for the people of both; 0 where they never meet. */
function stepFor(a: Reading, b: Reading): (left: ChainLink, right: ChainLink) => number {
  const isAboutChildren = isForChildren(a) || isForChildren(b);
  return (left, right) =>
    isAboutChildren && (left === "pre-course" || right === "pre-course") ? 0 : stepBetween(left, right);
}

/** The links of two initiatives that follow each other, with how surely; null when none do. */
export function neighbouringLinks(a: Reading, b: Reading): LinkPair | null {
  if (isOutsideTheChain(a) || isOutsideTheChain(b)) return null;
  const step = stepFor(a, b);
  const pairs = mainLinks(a).flatMap((left) =>
    mainLinks(b).map((right) => ({ value: step(left.link, right.link), a: left, b: right })),
  );
  return pairs.reduce<LinkPair | null>((best, pair) => (pair.value > (best?.value ?? 0) ? pair : best), null);
}
