/** Where kommuner reach people at other links of the chain but not at this one: the largest holes of link × target group × kommune. */
import { CHAIN_LINKS, type ChainLink } from "./initiative.ts";

/** A kommune has an initiative for these people; with `link` null where it is tagged with no link. */
export interface ReachedPeople {
  readonly organisationId: string;
  readonly targetGroup: string;
  readonly link: ChainLink | null;
}

export interface WhiteSpot {
  readonly link: ChainLink;
  readonly targetGroup: string;
  /** Those that reach the people, but not here. */
  readonly missing: readonly string[];
  /** All that reach the people. */
  readonly reaching: number;
}

/** One kommune alone is no pattern. */
const LEAST_MISSING = 2;

/**
 * The holes that most kommuner have, the largest first. A link that somebody fills for these people comes before one that nobody fills:
 * there is somebody to ask.
 */
export function whiteSpots(reached: readonly ReachedPeople[], most: number): WhiteSpot[] {
  const groups = [...new Set(reached.map(({ targetGroup }) => targetGroup))];
  const spots = groups.flatMap((targetGroup) => {
    const ofGroup = reached.filter((one) => one.targetGroup === targetGroup);
    const reaching = [...new Set(ofGroup.map(({ organisationId }) => organisationId))];
    return CHAIN_LINKS.map((link): WhiteSpot => {
      const here = new Set(ofGroup.filter((one) => one.link === link).map(({ organisationId }) => organisationId));
      return { link, targetGroup, missing: reaching.filter((id) => !here.has(id)), reaching: reaching.length };
    });
  });
  const isFilled = ({ missing, reaching }: WhiteSpot) => (missing.length < reaching ? 1 : 0);
  return spots
    .filter(({ missing }) => missing.length >= LEAST_MISSING)
    .sort(
      (x, y) =>
        isFilled(y) - isFilled(x) ||
        y.missing.length - x.missing.length ||
        (x.targetGroup < y.targetGroup ? -1 : x.targetGroup > y.targetGroup ? 1 : 0),
    )
    .slice(0, most);
}
