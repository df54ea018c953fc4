/** The engine speaks codes; here they become words. */
import type { TFunction } from "i18next";
import { type Reason, reasonSides, speakingFor } from "#domain/finding.ts";
import { CHAIN_LINKS, type ChainLink, isInitiativeStatus } from "#domain/initiative.ts";
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

/** What a reason is about, once per side; equal when both sides say the same. */
type Sides = readonly [a: string, b: string];

const sidesOf = (reason: Reason, name: string, label: (value: string) => string): Sides | null => {
  const sides = reasonSides(reason, name);
  return sides === null ? null : [label(sides[0]), label(sides[1])];
};

const isChainLink = (value: string): value is ChainLink => (CHAIN_LINKS as readonly string[]).includes(value);

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
  sidesOf(reason, "phase", (value) => (isInitiativeStatus(value) ? word(`status.${value}`).toLowerCase() : t("early")));
const link: Reader = (reason, { word }) =>
  sidesOf(reason, "link", (value) => (isChainLink(value) ? word(`chainLink.${value}`).toLowerCase() : value));
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
  samePhase: [phase, "nearPhase"],
  differentPhase: [phase],
  sharedActor: [actor],
  sharedActorRelated: [actor],
  sameMunicipality: [nothing],
  chainTogether: [link],
  packageAgainstMeasure: [nothing],
};

/** Half a sentence as a sentence of its own. */
export const asSentence = (half: string): string => `${half.charAt(0).toLocaleUpperCase("da")}${half.slice(1)}`;

/** The reasons that say most for a finding, in words, the weightiest first. */
export const shortReasons = (
  reasons: readonly Reason[],
  words: ReasonWords,
  count = Number.POSITIVE_INFINITY,
): string[] =>
  speakingFor(reasons)
    .slice(0, count)
    .map((reason) => reasonText(reason, words));

/** A reason in the page's language, as half a sentence without a capital; the code itself when it is an unknown one. */
export function reasonText(reason: Reason, words: ReasonWords): string {
  const code = reason.code as Sentence;
  const reader = READERS[code];
  if (reader === undefined) return reason.code;
  const [read, near] = reader;
  const [a, b] = read(reason, words) ?? [words.t("unspecified"), words.t("unspecified")];
  return words.t(a !== b && near !== undefined ? near : code, { a, b });
}
