/** The engine speaks codes; here they become words. */
import type { TFunction } from "i18next";
import { type Reason, reasonSides, speakingFor } from "#domain/finding.ts";
import { alikeWords, type ReadText } from "#domain/highlight.ts";
import { CHAIN_LINKS, type ChainLink, isInitiativeStatus, laneOf } from "#domain/initiative.ts";
import { conceptLabel, type LabelledFacet } from "#domain/synergy/concept-label.ts";
import { termLabel } from "#domain/vocabulary.ts";
import type reasons from "./da/reasons.ts";
import type { Language } from "./texts.ts";

/** The page's words: those of the reasons, and those of the closed sets that reasons mention. */
export interface ReasonWords {
  readonly t: TFunction<"reasons">;
  readonly word: TFunction<"vocabulary">;
  readonly language: Language;
}
type Sentence = keyof typeof reasons;

/** Whose initiative it is, and how it reads: what a sentence can name of one side. */
export interface ReasonSide extends ReadText {
  readonly municipality: string;
}
export type ReasonPair = readonly [a: ReasonSide, b: ReasonSide];

/** What a reason is about, once per side; equal when both sides say the same. */
type Sides = readonly [a: string, b: string];

const sidesOf = (reason: Reason, name: string, label: (value: string) => string): Sides | null => {
  const sides = reasonSides(reason, name);
  return sides === null ? null : [label(sides[0]), label(sides[1])];
};

const isChainLink = (value: string): value is ChainLink => (CHAIN_LINKS as readonly string[]).includes(value);

const placeInChain = (value: string): number => (CHAIN_LINKS as readonly string[]).indexOf(value);

type Reader = (reason: Reason, words: ReasonWords) => Sides | null;

const concept =
  (facet: LabelledFacet): Reader =>
  (reason, { language }) =>
    sidesOf(reason, facet, (id) => conceptLabel(facet, id, language));
const term =
  (field: "activities" | "themes"): Reader =>
  (reason, { language }) =>
    sidesOf(reason, "id", (id) => termLabel(field, id, language));
const phase: Reader = (reason, { t, word }) =>
  sidesOf(reason, "phase", (value) => {
    if (isInitiativeStatus(value)) return word(`status.${value}`).toLowerCase();
    return t(value === "early" ? "early" : "underWay");
  });
/** In the order in which people walk them, whichever side has which. */
const link: Reader = (reason, { word }) => {
  const sides = sidesOf(reason, "link", (value) => value);
  if (sides === null) return null;
  const [first, then] = sides
    .toSorted((a, b) => placeInChain(a) - placeInChain(b))
    .map((value) => (isChainLink(value) ? word(`chainLink.${value}`).toLowerCase() : value));
  return [first ?? "", then ?? ""];
};
const actor: Reader = (reason) => sidesOf(reason, "actor", (name) => name);
const nothing: Reader = () => null;

/** How each code is read, and the sentence for two sides that are near each other without being the same. */
const READERS: Readonly<Partial<Record<Sentence, readonly [read: Reader, near?: Sentence]>>> = {
  sameMeans: [concept("means"), "relatedMeans"],
  relatedMeans: [concept("means")],
  differentMeans: [concept("means")],
  sameTarget: [concept("target"), "nearTarget"],
  differentTarget: [concept("target")],
  sameStaff: [concept("staff"), "nearStaff"],
  differentStaff: [concept("staff")],
  sameAim: [concept("aim")],
  similarText: [nothing],
  sameActivity: [term("activities")],
  sameTheme: [term("themes")],
  sharedActor: [actor],
  sharedActorRelated: [actor],
  sameMunicipality: [nothing],
  chainTogether: [link],
  packageAgainstMeasure: [nothing],
};

/** Of something that speaks against a finding although it would speak for another kind. */
const AGAINST: Readonly<Partial<Record<Sentence, Sentence>>> = {
  similarText: "similarTextAgainst",
  chainTogether: "chainTogetherAgainst",
};

/** Half a sentence as a sentence of its own. */
export const asSentence = (half: string): string => `${half.charAt(0).toLocaleUpperCase("da")}${half.slice(1)}`;

/** What a person asks first: what they both do, who is ahead, and for whom. Among the others the weightiest first. */
const ASKED_FIRST: readonly string[] = [
  "sharedActor",
  "chainTogether",
  "sameMeans",
  "relatedMeans",
  "differentPhase",
  "sameTarget",
  "sameAim",
];
/** A reason that weighs less than this beside the weightiest waits for its turn, whatever it is about. */
const HARDLY_ANYTHING = 0.05;

/** Those that speak for a finding, in the order in which they are told. */
export function tellingOrder(reasons: readonly Reason[]): Reason[] {
  const speaking = speakingFor(reasons);
  const least = HARDLY_ANYTHING * (speaking[0]?.weight ?? 0);
  const hasMeans = speaking.some(({ code, weight }) => code === "sameMeans" && weight >= least);
  const place = ({ code, weight }: Reason) => {
    const at = ASKED_FIRST.indexOf(code);
    return at === -1 || weight < least || (code === "relatedMeans" && hasMeans) ? ASKED_FIRST.length : at;
  };
  return speaking.sort((a, b) => place(a) - place(b));
}

/** The reasons that say most for a finding, in words. */
export const shortReasons = (
  reasons: readonly Reason[],
  words: ReasonWords,
  { count = Number.POSITIVE_INFINITY, pair }: { count?: number | undefined; pair?: ReasonPair } = {},
): string[] =>
  tellingOrder(reasons)
    .slice(0, count)
    .map((reason) => reasonText(reason, words, pair));

/** Whether what a reason names is near in both, not the same. */
export function isNear(reason: Reason, words: ReasonWords): boolean {
  const [read, near] = READERS[reason.code as Sentence] ?? [];
  const sides = near === undefined ? null : (read?.(reason, words) ?? null);
  return sides !== null && sides[0] !== sides[1];
}

/** A reason in the page's language, as half a sentence without a capital; the code itself when it is an unknown one. */
export function reasonText(reason: Reason, words: ReasonWords, pair?: ReasonPair): string {
  const code = reason.code as Sentence;
  const against = reason.weight < 0 ? AGAINST[code] : undefined;
  const teller = against === undefined ? TELLERS[code] : undefined;
  if (teller !== undefined) return teller(reason, words, pair);
  const [read, near] = READERS[code] ?? [];
  if (read === undefined) return reason.code;
  const [a, b] = read(reason, words) ?? [words.t("unspecified"), words.t("unspecified")];
  const likeCode = near !== undefined && a !== b ? near : code;
  return words.t(against ?? likeCode, { a, b });
}

/** Whether a side is not yet under way. */
function isEarly(reason: Reason, side: 0 | 1): boolean {
  const value = reasonSides(reason, "phase")?.[side] ?? "early";
  return isInitiativeStatus(value) ? laneOf(value) === "idea" : value === "early";
}

/** Who is ahead, by name where the two have names of their own. */
function aheadText(reason: Reason, words: ReasonWords, pair?: ReasonPair): string {
  const { t } = words;
  const phases = phase(reason, words) ?? [t("unspecified"), t("unspecified")];
  const names = pair?.map(({ municipality }) => municipality) ?? [];
  const isNamed = names[0] !== names[1];
  const [first, second] = isEarly(reason, 0) ? ([1, 0] as const) : ([0, 1] as const);
  return t("differentPhase", {
    ahead: isNamed ? names[first] : t("theOne"),
    behind: isNamed ? names[second] : t("theOther"),
    a: phases[first],
    b: phases[second],
  });
}

/** The words that one sees in both, where the texts are at hand. */
function alikeText(reason: Reason, { t, language }: ReasonWords, pair?: ReasonPair): string {
  const alike = pair === undefined ? [] : alikeWords(reason, pair);
  if (alike.length === 0) return t("similarText");
  const quoted = alike.map(([a, b]) =>
    a.toLowerCase() === b.toLowerCase() ? `«${a === a.toLowerCase() ? a : b}»` : `«${a}»/«${b}»`,
  );
  return t("sameWords", { a: new Intl.ListFormat(language, { type: "unit" }).format(quoted) });
}

/** How far both are, when both are early or both under way. */
function equallyFarText(reason: Reason, words: ReasonWords): string {
  const [a, b] = phase(reason, words) ?? [words.t("unspecified"), words.t("unspecified")];
  if (a === b) return words.t("samePhase", { a });
  return words.t(isEarly(reason, 0) ? "nearPhaseEarly" : "nearPhase", { a, b });
}

type Teller = (reason: Reason, words: ReasonWords, pair?: ReasonPair) => string;

/** What takes more to say than the two sides of it. */
const TELLERS: Readonly<Partial<Record<Sentence, Teller>>> = {
  similarText: alikeText,
  samePhase: equallyFarText,
  differentPhase: aheadText,
};
