/** An initiative as the engine keeps it: everything a comparison needs, read once. */

import type { Evidence } from "#domain/finding.ts";
import { CHAIN_LINKS, type ChainLink, laneOf } from "#domain/initiative.ts";
import { type ActorIndex, type ActorMention, readActors } from "./actors.ts";
import { contentHash } from "./content-hash.ts";
import { type Facets, type Mention, ranked, readFacets, textFields } from "./facets.ts";
import type { Lexicon } from "./lexicon.ts";
import { SENSES, type Senses } from "./senses.ts";
import { type Wording, wordingOf } from "./similarity.ts";
import type { SynergyInitiative } from "./types.ts";
import { type ContentWord, contentWords } from "./words.ts";

/** `early` is thought or planned, `running` is tried, in operation or over: one can learn from it. */
export type Band = "early" | "running";

export interface Phase {
  readonly band: Band;
  readonly evidence: readonly Evidence[];
}

export interface LinkMention {
  readonly link: ChainLink;
  readonly strength: number;
  /** Less than 1 when only the activity or the people tell where the initiative stands. */
  readonly certainty: number;
  readonly evidence: readonly Evidence[];
}

export interface Reading {
  readonly initiative: SynergyInitiative;
  readonly facets: Facets;
  readonly actors: readonly ActorMention[];
  /** Null when neither the status nor the text says. */
  readonly phase: Phase | null;
  readonly links: readonly LinkMention[];
  readonly wording: Wording;
  readonly words: readonly ContentWord[];
  /** The groups that the text is clearly about. */
  readonly targets: readonly Mention[];
  /** Fingerprint of texts, tags and actors. */
  readonly hash: string;
}

function readPhase({ status }: SynergyInitiative, cues: readonly Mention[]): Phase | null {
  if (status !== null) {
    return { band: laneOf(status) === "idea" ? "early" : "running", evidence: [["status", 0, status.length]] };
  }
  const [cue, other] = cues;
  if (cue === undefined || (other !== undefined && other.strength === cue.strength)) return null;
  return { band: cue.concept.id === "early" ? "early" : "running", evidence: cue.evidence };
}

const TAG_STRENGTH = 0.8;
/** An activity is tagged from a short list, where the nearest word has to do. */
const OF_ACTIVITY = 0.8;
/** Where people stand in the chain tells what is done for them, less surely than the means does. */
const OF_PEOPLE = 0.4;
const LINK_OF_ACTIVITY: Readonly<Record<string, ChainLink>> = {
  kampagne: "awareness",
  jobmesse: "awareness",
  brobygning: "awareness",
  introforloeb: "pre-course",
  opkvalificering: "education",
  uddannelseshold: "education",
  vejlederuddannelse: "placement",
  overgang: "placement",
  onboardingforloeb: "onboarding",
  fuldtidsforloeb: "working-time",
  vagtplan: "working-time",
};
const isChainLink = (value: string): value is ChainLink => (CHAIN_LINKS as readonly string[]).includes(value);

const linksOf = (mentions: readonly Mention[], certainty: number): readonly LinkMention[] =>
  mentions.flatMap(({ concept: { link, weight }, strength, evidence }) =>
    link === null ? [] : [{ link, strength: strength * weight, certainty, evidence }],
  );

const ofActivities = ({ activities }: SynergyInitiative): readonly LinkMention[] =>
  activities.flatMap((activity, index) => {
    const link = LINK_OF_ACTIVITY[activity];
    const evidence: readonly Evidence[] = [[`activities.${index}`, 0, activity.length]];
    return link === undefined ? [] : [{ link, strength: TAG_STRENGTH, certainty: OF_ACTIVITY, evidence }];
  });

const ofTags = ({ chainLinks }: SynergyInitiative): readonly LinkMention[] =>
  chainLinks.filter(isChainLink).map((link) => {
    const index = chainLinks.indexOf(link);
    return { link, strength: TAG_STRENGTH, certainty: 1, evidence: [[`chainLinks.${index}`, 0, link.length]] };
  });

/** Links of the chain from the tags and from the means; when those say none, from the activity or from the people. */
function readLinks(initiative: SynergyInitiative, facets: Facets): readonly LinkMention[] {
  const said = [...linksOf(facets.means, 1), ...ofTags(initiative)];
  const found =
    said.length > 0 ? said : [...ofActivities(initiative), ...linksOf(facets.target.slice(0, 1), OF_PEOPLE)];
  const links = new Map<ChainLink, LinkMention>();
  for (const mention of found) {
    if ((links.get(mention.link)?.strength ?? 0) < mention.strength) links.set(mention.link, mention);
  }
  return [...links.values()].sort((a, b) => b.strength - a.strength || (a.link < b.link ? -1 : 1));
}

/** Citizens, children and "the staff" stand in nearly every text and say nothing about whom a means is for. */
const BYSTANDERS: ReadonlySet<string> = new Set(["citizens", "children", "staff-all", "leaders", "relatives"]);
const CLEAR = 0.7;
const isClear = ({ concept, strength }: Mention): boolean => strength >= CLEAR && !BYSTANDERS.has(concept.id);

export interface Reader {
  readonly lexicon: Lexicon;
  /** Others than the standard ones, for those who evaluate. */
  readonly senses?: Senses;
  readonly actors: ActorIndex;
}

/** @param onForm hears which forms and words of senses matched; the strict evaluation asks */
export function readInitiative(
  { lexicon, actors, senses = SENSES }: Reader,
  initiative: SynergyInitiative,
  onForm?: (formKey: string) => void,
): Reading {
  const facets = readFacets(lexicon, initiative, onForm);
  const fields = textFields(initiative);
  const tokens = fields.flatMap((field) => field.tokens);
  for (const { text } of onForm === undefined ? [] : tokens) for (const key of senses.keysOf(text)) onForm?.(key);
  return {
    initiative,
    facets,
    actors: readActors(actors, initiative),
    phase: readPhase(initiative, facets.phase),
    links: readLinks(initiative, facets),
    wording: wordingOf(tokens, senses),
    words: contentWords(fields, senses),
    targets: ranked(facets.target.filter(isClear)),
    hash: contentHash(initiative),
  };
}
