/** What an initiative says: who it is for, by which means, to what end, in which trade – each with its place in the text. */
import type { Evidence } from "#domain/finding.ts";
import { type SentenceRole, sentenceRoles } from "./headings.ts";
import type { Concept, Facet, Lexicon } from "./lexicon.ts";
import { CONCEPTS, conceptById, FACETS } from "./lexicon.ts";
import { type Match, matchText } from "./match.ts";
import { type Token, tokenise } from "./normalise.ts";
import type { SynergyInitiative } from "./types.ts";

/** One concept of an initiative; `strength` 0–1 tells how much the initiative is about it. */
export interface Mention {
  readonly concept: Concept;
  readonly strength: number;
  /**
   * How surely it is what the initiative is about, compared with the strongest of the facet: what is told in passing counts
   * for little. With the concept's own weight, so that a pair of mentions is worth the product of two.
   */
  readonly share: number;
  readonly evidence: readonly Evidence[];
}

const weightOf = ({ concept, strength }: Pick<Mention, "concept" | "strength">): number => strength * concept.weight;
/** A facet whose strongest mention is weaker than this has no main one. */
const LEAST_TOP = 0.5;

/** Mentions in the order of their strength, each with its share. */
export function ranked(mentions: readonly Omit<Mention, "share">[]): readonly Mention[] {
  const sorted = [...mentions].sort(byStrength);
  const top = sorted[0] === undefined ? 0 : Math.max(weightOf(sorted[0]), LEAST_TOP);
  return sorted.map((mention) => ({
    concept: mention.concept,
    strength: mention.strength,
    share: (weightOf(mention) / top) ** 3 * Math.sqrt(mention.concept.weight),
    evidence: mention.evidence,
  }));
}

export type Facets = Readonly<Record<Facet, readonly Mention[]>>;

export interface TextField {
  readonly name: "title" | "description";
  readonly tokens: readonly Token[];
}

export const textFields = (initiative: SynergyInitiative): readonly TextField[] => [
  { name: "title", tokens: tokenise(initiative.title) },
  { name: "description", tokens: tokenise(initiative.description) },
];

const NEGATIONS: ReadonlySet<string> = new Set(["ikke", "ingen", "intet", "hverken", "aldrig", "uden", "undtagen"]);
const NOT_ONLY: ReadonlySet<string> = new Set(["kun", "bare", "alene", "mindst", "blot"]);
const NEGATION_REACH = 3;
/** Words after which a sentence tells what one hopes for or what comes later, not what is done. */
const PURPOSE: ReadonlySet<string> = new Set(
  "så formål formålet mål målet håbet håber bagefter siden videre inden før".split(" "),
);

const STRENGTH = { title: 1, firstSentence: 0.85, later: 0.65, afterPurpose: 0.75, tag: 0.7 } as const;
const EVIDENCE_LIMIT = 4;

function isNegated(tokens: readonly Token[], first: number): boolean {
  const sentence = tokens[first]?.sentence;
  for (let at = first - 1; at >= Math.max(0, first - NEGATION_REACH); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) return false;
    if (NEGATIONS.has(token.text)) return !NOT_ONLY.has(tokens[at + 1]?.text ?? "");
  }
  return false;
}

function comesAfterPurpose(tokens: readonly Token[], first: number): boolean {
  const sentence = tokens[first]?.sentence;
  for (let at = first - 1; at >= 0 && tokens[at]?.sentence === sentence; at -= 1) {
    if (PURPOSE.has(tokens[at]?.text ?? "")) return true;
  }
  return false;
}

/** Where it stands: in the title, in the first sentence or under a heading that asks for it, or later. */
function placeStrength(field: TextField, facet: Facet, role: SentenceRole | undefined): number {
  if (field.name === "title") return STRENGTH.title;
  const isAskedFor = role?.topic === "content" || (role?.topic === "people" && facet === "target");
  return role?.place === 0 || isAskedFor ? STRENGTH.firstSentence : STRENGTH.later;
}

function strengthOf(field: TextField, match: Match, roles: readonly SentenceRole[]): number {
  const first = match.tokens[0] ?? 0;
  const { facet } = match.concept;
  const role = roles[field.tokens[first]?.sentence ?? 0];
  const isHoped = facet !== "aim" && (role?.topic === "purpose" || comesAfterPurpose(field.tokens, first));
  return placeStrength(field, facet, role) * (isHoped ? STRENGTH.afterPurpose : 1) * match.certainty;
}

/** The tokens of a match as stretches of the field; neighbours in one stretch. */
function evidenceOf(field: TextField, match: Match): readonly Evidence[] {
  const stretches: [number, number, number][] = [];
  for (const index of match.tokens) {
    const token = field.tokens[index];
    if (token === undefined) continue;
    const open = stretches.at(-1);
    if (open !== undefined && open[2] === index - 1) {
      open[1] = token.to;
      open[2] = index;
    } else stretches.push([token.from, token.to, index]);
  }
  return stretches.map(([from, to]) => [field.name, from, to]);
}

interface Draft {
  strength: number;
  evidence: { strength: number; stretches: readonly Evidence[] }[];
}

function addTo(
  drafts: Map<Concept, Draft>,
  concept: Concept,
  mention: { strength: number; stretches: readonly Evidence[] },
) {
  const draft = drafts.get(concept);
  if (draft === undefined) drafts.set(concept, { strength: mention.strength, evidence: [mention] });
  else {
    draft.strength = Math.max(draft.strength, mention.strength);
    draft.evidence.push(mention);
  }
}

const PROFESSION_CONCEPTS: ReadonlyMap<string, readonly Concept[]> = (() => {
  const map = new Map<string, Concept[]>();
  for (const concept of CONCEPTS) {
    for (const profession of concept.professions) map.set(profession, [...(map.get(profession) ?? []), concept]);
  }
  return map;
})();

/** Target groups of the reference data that say the same as a concept of the lexicon. */
const TARGET_TAGS: Readonly<Record<string, string>> = {
  "grundskole-unge": "pupils-upper",
  "unge-uden-job": "fgu-youth",
  ledige: "unemployed",
  brancheskift: "career-changers",
  ufaglaerte: "unskilled",
  elever: "apprentices",
  dimittender: "graduates",
  nyansatte: "new-hires",
  deltidsansatte: "part-timers",
  seniorer: "seniors",
  sygemeldte: "sick-listed",
  maend: "men",
  tosprogede: "bilingual",
  internationale: "foreign-trained",
  ledere: "leaders",
  vejledere: "supervisors",
  "tidligere-ansatte": "retired",
};

function addTags(drafts: Map<Concept, Draft>, initiative: SynergyInitiative): void {
  for (const [index, profession] of initiative.professions.entries()) {
    const stretches: Evidence[] = [[`professions.${index}`, 0, profession.length]];
    for (const concept of PROFESSION_CONCEPTS.get(profession) ?? []) {
      addTo(drafts, concept, { strength: STRENGTH.tag, stretches });
    }
  }
  for (const [index, tag] of initiative.targetGroups.entries()) {
    const concept = conceptById("target", TARGET_TAGS[tag] ?? "");
    const stretches: Evidence[] = [[`targetGroups.${index}`, 0, tag.length]];
    if (concept !== undefined) addTo(drafts, concept, { strength: STRENGTH.tag, stretches });
  }
}

const NEWCOMERS = "new";
const CLEARLY_FOR = 0.7;

/** What spares or supports newcomers is an introduction, whatever it would be for everybody (SPEC.md F11). */
function readForNewcomers(drafts: Map<Concept, Draft>): void {
  const areMeant = [...drafts].some(([{ facet, family }, { strength }]) => {
    return facet === "target" && family === NEWCOMERS && strength >= CLEARLY_FOR;
  });
  if (!areMeant) return;
  for (const [concept, draft] of [...drafts]) {
    const introduction = conceptById("means", concept.forNewcomers ?? "");
    if (introduction === undefined) continue;
    drafts.delete(concept);
    for (const mention of draft.evidence) addTo(drafts, introduction, mention);
  }
}

const byStrength = (a: Omit<Mention, "share">, b: Omit<Mention, "share">): number =>
  weightOf(b) - weightOf(a) || (a.concept.id < b.concept.id ? -1 : 1);

function finish([concept, draft]: [Concept, Draft]): Omit<Mention, "share"> {
  const best = [...draft.evidence].sort((a, b) => b.strength - a.strength);
  return {
    concept,
    strength: draft.strength,
    evidence: best.flatMap((part) => part.stretches).slice(0, EVIDENCE_LIMIT),
  };
}

/** Who works in the places that a text names: for texts that name no trade. */
function staffOfPlaces(places: readonly Mention[]): readonly Mention[] {
  const staff = new Map<Concept, Omit<Mention, "share">>();
  for (const { concept: place, strength, evidence } of places) {
    const concept = conceptById("staff", place.staff ?? "");
    if (concept !== undefined && !staff.has(concept)) staff.set(concept, { concept, strength, evidence });
  }
  return ranked([...staff.values()]);
}

/** Reads every facet, the strongest mention first. `onForm` hears which forms matched (the strict evaluation asks). */
export function readFacets(
  lexicon: Lexicon,
  initiative: SynergyInitiative,
  onForm?: (formKey: string) => void,
): Facets {
  const drafts = new Map<Concept, Draft>();
  for (const field of textFields(initiative)) {
    const roles = sentenceRoles(field.tokens);
    for (const match of matchText(lexicon, field.tokens)) {
      onForm?.(match.formKey);
      if (isNegated(field.tokens, match.tokens[0] ?? 0)) continue;
      addTo(drafts, match.concept, { strength: strengthOf(field, match, roles), stretches: evidenceOf(field, match) });
    }
  }
  addTags(drafts, initiative);
  readForNewcomers(drafts);
  const mentions = [...drafts].map(finish);
  const facets = {} as Record<Facet, readonly Mention[]>;
  for (const facet of FACETS) facets[facet] = ranked(mentions.filter((mention) => mention.concept.facet === facet));
  return facets.staff.length > 0 ? facets : { ...facets, staff: staffOfPlaces(facets.place) };
}
