/**
 * The words of the development set and of `check`'s files, translated to the keys of the house. One table for both: the
 * demo's seed and the offline check read the same file format.
 */
import type { ActorType } from "./actor.ts";
import type { InitiativeStatus } from "./initiative.ts";
import professionReference from "./reference/professions.json" with { type: "json" };
import themeReference from "./reference/themes.json" with { type: "json" };
import { statusOfWord } from "./status-words.ts";

/** `evaluated` keeps what the set's phase "evalueret" says beyond "in operation". */
export interface TranslatedPhase {
  readonly status: InitiativeStatus | null;
  readonly evaluated: boolean;
}

const PHASES: Readonly<Record<string, TranslatedPhase>> = {
  idé: { status: "idea", evaluated: false },
  planlægning: { status: "clarifying", evaluated: false },
  afprøvning: { status: "trial", evaluated: false },
  drift: { status: "running", evaluated: false },
  evalueret: { status: "running", evaluated: true },
  afsluttet: { status: "finished", evaluated: false },
  "": { status: null, evaluated: false },
};

const PROFESSIONS: Readonly<Record<string, readonly string[]>> = {
  sosu: ["sosu-hjaelper", "sosu-assistent"],
  ssh: ["sosu-hjaelper"],
  ssa: ["sosu-assistent"],
  "spl.": ["sygeplejerske"],
  elever: ["elev"],
  administration: ["administrativ"],
  ufaglært: ["plejeufaglaert"],
};

const THEMES: Readonly<Record<string, string>> = {
  rekruttering: "tiltraekning",
  branding: "image",
  uddannelse: "elever-praktik",
  arbejdstid: "fuldtid",
  arbejdsmiljø: "arbejdsmiljoe",
  organisering: "organisering",
  teknologi: "velfaerdsteknologi",
  kompetencer: "kompetence",
  løn: "loen-vilkaar",
  partnerskab: "partnerskaber",
  strategi: "data-strategi",
  omdømme: "image",
  sprog: "sprog-inklusion",
  sygefravær: "arbejdsmiljoe",
  trivsel: "arbejdsmiljoe",
  digitalisering: "velfaerdsteknologi",
  senior: "seniorer",
};

const ACTIVITIES: Readonly<Record<string, string>> = {
  ansættelse: "jobopslag",
  brobygning: "brobygning",
  praktik: "brobygning",
  organisering: "teamforsoeg",
  vejledning: "mentor",
  forsøg: "vagtplan",
  kampagne: "kampagne",
  ambassadør: "kampagne",
  introduktion: "onboardingforloeb",
  teknologi: "teknologiforsoeg",
  forløb: "introforloeb",
  ledelse: "arbejdsmiljoeindsats",
  strategi: "strategi",
  inddragelse: "analyse",
  løn: "loentiltag",
  aftale: "loentiltag",
  kompetenceudvikling: "kompetenceforloeb",
  partnerskab: "partnerskabsaftale",
  værksted: "netvaerk",
  opgaveflytning: "opgaveforsoeg",
  projekt: "andet",
  forforløb: "introforloeb",
  merit: "opkvalificering",
  opkvalificering: "opkvalificering",
  mentor: "mentor",
  onboarding: "onboardingforloeb",
  vagtplan: "vagtplan",
  fuldtid: "fuldtidsforloeb",
  omdømme: "kampagne",
  samtaler: "arbejdsmiljoeindsats",
  supervision: "arbejdsmiljoeindsats",
  talentforløb: "lederforloeb",
  senior: "seniorordning",
};

/** Words a department's name holds, in the order in which they decide. */
const DEPARTMENT_WORDS: readonly (readonly [word: string, id: string])[] = [
  ["hr", "hr"],
  ["kommunikation", "kommunikation"],
  ["botilbud", "social-handicap"],
  ["hjemmepleje", "aeldre-sundhed"],
  ["hjemmesygepleje", "aeldre-sundhed"],
  ["pleje", "aeldre-sundhed"],
  ["ældre", "aeldre-sundhed"],
  ["sundhed", "aeldre-sundhed"],
  ["senior", "aeldre-sundhed"],
  ["voksenudvalg", "aeldre-sundhed"],
  ["aktiv hele livet", "aeldre-sundhed"],
  ["velfærdsteknologi", "digitalisering"],
  ["digital", "digitalisering"],
  ["jobcenter", "beskaeftigelse"],
  ["beskæftigelse", "beskaeftigelse"],
  ["arbejdsmarked", "beskaeftigelse"],
  ["børn", "boern-unge"],
  ["dagtilbud", "boern-unge"],
  ["skole", "boern-unge"],
  ["uddannelse", "hr"],
  ["psykiatri", "social-handicap"],
  ["handicap", "social-handicap"],
  ["social", "social-handicap"],
  ["økonomi", "oekonomi"],
  ["kultur", "kultur-fritid"],
  ["teknik", "teknik-miljoe"],
];

const ACTOR_TYPE_WORDS: Readonly<Record<string, ActorType>> = {
  union: "union",
  school: "school",
  jobcentre: "jobcentre",
  region: "region",
  kl: "employer-organisation",
  private: "company",
  state: "state-agency",
  civil: "civil-society",
  internal: "other",
  research: "other",
};

const wordOf = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** Ids and Danish labels of a vocabulary, by lower-case word. */
function wordsOf(entries: readonly { id: string; label: string }[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap(({ id, label }) => [[id, id] as const, [wordOf(label), id] as const]));
}

const THEME_IDS = wordsOf(themeReference.themes);
const ACTIVITY_IDS = wordsOf(themeReference.activityTypes);
const DEPARTMENT_IDS = wordsOf(themeReference.departments);
const PROFESSION_IDS: ReadonlyMap<string, string> = new Map(
  professionReference.professions.flatMap(({ id, label, abbr, aliases }) =>
    [id, label, abbr ?? "", ...aliases].filter(Boolean).map((word) => [wordOf(word), id] as const),
  ),
);

/** The set's words, else those that people write in a list of their own; an unknown word makes no claim. */
export const phaseOf = (word: string): TranslatedPhase =>
  PHASES[wordOf(word)] ?? { status: statusOfWord(word), evaluated: false };

/** "SOSU" names two professions; a word that nobody knows names none. */
export function professionIds(word: string): readonly string[] {
  const known = PROFESSIONS[wordOf(word)];
  if (known !== undefined) return known;
  const id = PROFESSION_IDS.get(wordOf(word));
  return id === undefined ? [] : [id];
}

export const themeId = (word: string): string | null => THEMES[wordOf(word)] ?? THEME_IDS.get(wordOf(word)) ?? null;

export const activityId = (word: string): string | null =>
  ACTIVITIES[wordOf(word)] ?? ACTIVITY_IDS.get(wordOf(word)) ?? null;

export function departmentId(word: string): string | null {
  const name = wordOf(word);
  const known = DEPARTMENT_IDS.get(name);
  if (known !== undefined) return known;
  const words = new Set(name.split(/[^\p{L}]+/u));
  return DEPARTMENT_WORDS.find(([part]) => (part.length <= 2 ? words.has(part) : name.includes(part)))?.[1] ?? null;
}

/** The set calls every place of learning "education"; only SOSU schools are schools to the registry. */
export function actorTypeOf(type: string, name: string): ActorType | null {
  const word = wordOf(type);
  if (word === "education") return /sosu|social.{0,6}sundhed/i.test(name) ? "school" : "education-institution";
  return ACTOR_TYPE_WORDS[word] ?? null;
}
