/** How the name of a body is read: what kind of body it is, and which words tell it from others of its kind. */
import { type Token, tokenise } from "./normalise.ts";

const FILLERS: ReadonlySet<string> = new Set(
  (
    "i på og for ved af den det de the as aps kommune kommunes afdeling afdelingen afd lokalafdeling kreds kredsen lokalkreds " +
    "distrikt campus region regionen skolen skole skolerne forening foreningen " +
    // "UC Kysten", "Kysten University College" and "Prof.højsk. Kysten" are Kysten.
    "uc uch ph prof højsk højskole profhøjskole profhøjskolen professionshøjskole professionshøjskolen university college " +
    "universitetscollege"
  ).split(" "),
);

/** Kinds of local bodies that write their name in many ways; what is left of the name is the place. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["sosu", /\b(sosu\w*|social og sundheds\w*|social sundheds\w*|sundhedsskole\w*|social og sundhed)\b/gu],
  [
    "jobcentre",
    /\b(jobcent\w*|job ?cent\w*|beskæftigelsesforvaltning\w*|job og ydelse|arbejdsmarkedscent\w*|arbejdsmarkedsforvaltning\w*)\b/gu,
  ],
  ["psychiatry", /\b(psykiatrisk cent(er|ret|eret)|\w*psykiatri\w*|pc)\b/gu],
  ["hospital", /\b(\w*hospital(et|er)?|\w*sygehus(et|e)?|rh|ouh|auh)\b/gu],
  ["language-school", /\b(sprogcent\w*|sprogskole\w*)\b/gu],
  ["fgu", /\b(fgu\w*|forberedende grunduddannelse)\b/gu],
  ["volunteer-centre", /\bfrivilligcent\w*/gu],
  ["dlf", /\b(danmarks lærerforening|dlf|lærerforening\w*|lærerkreds\w*)\b/gu],
  ["vuc", /\b(vuc|hf vuc|hf og vuc|voksenuddannelsescent\w*)\b/gu],
];

const ANY_KIND = new RegExp(KINDS.map(([, pattern]) => pattern.source).join("|"), "u");

/** What stands for a longer name wherever it stands in one. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  uh: "universitetshospital",
  ouh: "odense universitetshospital",
  auh: "århus universitetshospital",
};

const COMPANY_FORM = /\s(a\/s|aps|i\/s)(?=$|[\s,)])/giu;

export const wordsOf = (tokens: readonly Token[]): string =>
  tokens.map(({ text }) => WRITTEN_OUT[text] ?? text).join(" ");
export const words = (name: string): string => wordsOf(tokenise(name.replace(COMPANY_FORM, " ")));

/** Place names in the genitive ("Nordsjællands Hospital") count without their s. */
export const withoutGenitive = (word: string): string =>
  word.length > 4 && word.endsWith("s") ? word.slice(0, -1) : word;

export const qualifyingWords = (rest: string): readonly string[] =>
  rest
    .split(/\s+/u)
    .filter((word) => word !== "" && !FILLERS.has(word))
    .map(withoutGenitive);

/** A branch with a number is known by it alone: "FOA 1 København" is FOA 1. */
export function qualifierOf(rest: string): string {
  const all = qualifyingWords(rest);
  const number = all.find((word) => /^\d+$/u.test(word));
  return number ?? [...new Set(all)].sort().join(" ");
}

/** Of a school that says where it teaches ("SOSU Midt, Campus Ry"), the part that names the school. */
export function withoutCampus(name: string): string {
  const [school = name] = name.split(/,|\bcampus\b|\si\s/iu);
  const kind = kindKey(school);
  return kind === null || kind.qualifier === "" ? name : school;
}

/** Whether any part of a text can be a name of a known kind: asked once, before its parts are. */
export const namesKind = (tokens: readonly Token[]): boolean => ANY_KIND.test(wordsOf(tokens));

export interface NamedKind {
  readonly kind: string;
  /** What is left of the name. */
  readonly rest: string;
  readonly qualifier: string;
  readonly key: string;
}

const REMEMBERED_NAMES = 20_000;
const remembered = new Map<string, NamedKind | null>();

/** "SOSU-skolen i Hillerød" → `sosu@hillerød`; null for a name of no known kind. */
export function kindKey(name: string): NamedKind | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_NAMES) remembered.clear();
  const kind = readKind(name);
  remembered.set(name, kind);
  return kind;
}

function readKind(name: string): NamedKind | null {
  const text = words(name);
  if (!ANY_KIND.test(text)) return null;
  for (const [kind, pattern] of KINDS) {
    const rest = text.replace(pattern, " ");
    if (rest !== text) {
      const qualifier = qualifierOf(rest);
      return { kind, rest, qualifier, key: `${kind}@${qualifier}` };
    }
  }
  return null;
}

/** The parts of a name: what stands outside brackets, and what stands in them. */
export function partsOf(name: string): readonly string[] {
  const inner = [...name.matchAll(/\(([^)]*)\)/gu)].map((match) => match[1] ?? "");
  return [...inner, name.replace(/\([^)]*\)/gu, " ")].filter((part) => words(part) !== "");
}

const CAMPUS = /,|\bcampus\b|\bafd\b/iu;

/** "Kysten, Sundby-afd." is Kysten, as long as the first part is a name of its own. */
export function withoutDepartment(name: string): string {
  const [school = name] = name.split(CAMPUS);
  return qualifyingWords(words(school)).length > 0 ? school : name;
}
