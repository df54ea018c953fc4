/**
 * Which actor a name means. Two initiatives share an actor only when both name the same actual body: this school under
 * any of its names, this union branch – not KL, not FOA in general (SPEC.md A1–A6).
 */
import { namesOf, type Registry, type RegistryEntry, resolveActorId } from "#domain/actor-registry.ts";
import type { Evidence } from "#domain/finding.ts";
import kommuner from "#domain/reference/kommuner.json" with { type: "json" };
import campuses from "./lexicon/campuses.json" with { type: "json" };
import { fold, type Token, tokenise } from "./normalise.ts";
import type { SynergyActor, SynergyInitiative } from "./types.ts";

export interface ActorMention {
  /** Equal for every name of the same actor. */
  readonly key: string;
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

/** `null` stands for a body that is nobody's own: an umbrella organisation, or a union without its branch. */
type Identity = string | null;

export interface ActorIndex {
  identify(actor: SynergyActor, municipality: string): Identity;
  /** Registered actors that a text names, with the tokens that name them. */
  namedIn(tokens: readonly Token[], text: string): readonly { key: string; first: number; last: number }[];
}

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

const GENERIC_KIND: Readonly<Record<string, string>> = { jobcenter: "jobcentre", fgu: "fgu" };

const MUNICIPALITY_NAMES: ReadonlyMap<string, string> = new Map(
  kommuner.kommuner.map(({ code, name }) => [code, fold(name)]),
);

const placeOf = (municipality: string): string => MUNICIPALITY_NAMES.get(municipality) ?? fold(municipality);

/** What stands for a longer name wherever it stands in one. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  uh: "universitetshospital",
  ouh: "odense universitetshospital",
  auh: "århus universitetshospital",
};

const COMPANY_FORM = /\s(a\/s|aps|i\/s)(?=$|[\s,)])/giu;

const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => WRITTEN_OUT[text] ?? text).join(" ");
const words = (name: string): string => wordsOf(tokenise(name.replace(COMPANY_FORM, " ")));

/** Place names in the genitive ("Nordsjællands Hospital") count without their s. */
const withoutGenitive = (word: string): string => (word.length > 4 && word.endsWith("s") ? word.slice(0, -1) : word);

const qualifyingWords = (rest: string): readonly string[] =>
  rest
    .split(/\s+/u)
    .filter((word) => word !== "" && !FILLERS.has(word))
    .map(withoutGenitive);

/** A branch with a number is known by it alone: "FOA 1 København" is FOA 1. */
function qualifierOf(rest: string): string {
  const all = qualifyingWords(rest);
  const number = all.find((word) => /^\d+$/u.test(word));
  return number ?? [...new Set(all)].sort().join(" ");
}

/** Of a school that says where it teaches ("SOSU Midt, Campus Ry"), the part that names the school. */
function withoutCampus(name: string): string {
  const [school = name] = name.split(/,|\bcampus\b|\si\s/iu);
  const kind = kindKey(school);
  return kind === null || kind.qualifier === "" ? name : school;
}

interface NamedKind {
  readonly kind: string;
  /** What is left of the name. */
  readonly rest: string;
  readonly qualifier: string;
  readonly key: string;
}

/** "SOSU-skolen i Hillerød" → `sosu@hillerød`; null for a name of no known kind. */
function kindKey(name: string): NamedKind | null {
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
function partsOf(name: string): readonly string[] {
  const inner = [...name.matchAll(/\(([^)]*)\)/gu)].map((match) => match[1] ?? "");
  return [...inner, name.replace(/\([^)]*\)/gu, " ")].filter((part) => words(part) !== "");
}

const isUmbrella = (entry: RegistryEntry): boolean => entry.level === "umbrella";
const UMBRELLA_TYPES: ReadonlySet<string> = new Set(["state-agency", "employer-organisation"]);
const UMBRELLA_NAME = /(styrelsen|ministeriet|partnerskabet|landsforening|skolerne)\b/u;

interface Names {
  readonly exact: ReadonlyMap<string, RegistryEntry>;
  readonly byKind: ReadonlyMap<string, RegistryEntry>;
}

/** Every name of the registry, and every campus of a school with several. The first entry with a name keeps it. */
function readNames(registry: Registry): Names {
  const exact = new Map<string, RegistryEntry>();
  const byKind = new Map<string, RegistryEntry>();
  const keep = (map: Map<string, RegistryEntry>, key: string, entry: RegistryEntry) => {
    if (!map.has(key)) map.set(key, entry);
  };
  for (const entry of registry.values()) {
    for (const name of namesOf(entry)) {
      keep(exact, words(name), entry);
      keep(exact, words(name).replaceAll(" ", ""), entry);
      const kind = kindKey(name);
      if (kind !== null && kind.qualifier !== "") keep(byKind, kind.key, entry);
    }
  }
  for (const entry of registry.values()) {
    const own = kindKey(entry.name);
    const places = own?.kind === "sosu" ? own.qualifier.split(" ") : [];
    const listed = (campuses as Record<string, readonly string[]>)[entry.id] ?? [];
    for (const place of [...(places.length > 1 ? places : []), ...listed])
      keep(byKind, `sosu@${withoutGenitive(fold(place))}`, entry);
  }
  return { exact, byKind };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of a name that may be another name, in the order in which they decide: its beginning, then the longest. */
function stretchesOf(name: string): readonly Stretch[] {
  const tokens = tokenise(name);
  const all: Stretch[] = [];
  for (let length = tokens.length - 1; length >= 1; length -= 1) {
    for (let from = 0; from + length <= tokens.length; from += 1) all.push({ from, to: from + length });
  }
  const isName = ({ from }: Stretch) => /^\p{Lu}/u.test(name.slice(tokens[from]?.from));
  return [...all.filter(({ from }) => from === 0), ...all.filter((one) => one.from > 0 && isName(one))];
}

/** A name of the registry within a name, and what else stands there: "DSR Kreds Midtjylland" → dsr, midtjylland. */
function branchOf(names: Names, name: string): { entry: RegistryEntry; branch: string } | null {
  const all = words(name).split(" ");
  for (const { from, to } of stretchesOf(name)) {
    const entry = names.exact.get(all.slice(from, to).join(" "));
    if (entry === undefined) continue;
    return { entry, branch: qualifierOf([...all.slice(0, from), ...all.slice(to)].join(" ")) };
  }
  return null;
}

/** "SOSU Nord Aalborg" is SOSU Nord when the registry knows that: a campus may follow a name without a comma. */
function schoolOf(names: Names, { kind, rest }: NamedKind): RegistryEntry | undefined {
  const all = qualifyingWords(rest);
  for (let length = all.length; length >= 1; length -= 1) {
    const entry = names.byKind.get(`${kind}@${[...all.slice(0, length)].sort().join(" ")}`);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function identityOfEntry(entry: RegistryEntry, registry: Registry, municipality: string): Identity {
  const id = resolveActorId(registry, entry.id);
  const resolved = registry.get(id) ?? entry;
  if (isUmbrella(resolved)) return null;
  if (resolved.level === "generic") return `${GENERIC_KIND[id] ?? id}@${placeOf(municipality)}`;
  return id;
}

function identityOfPart(names: Names, part: string): RegistryEntry | { branch: string } | null {
  const exact = names.exact.get(words(part));
  if (exact !== undefined) return exact;
  const kind = kindKey(withoutCampus(part));
  if (kind !== null && kind.qualifier !== "") return schoolOf(names, kind) ?? { branch: kind.key };
  const branch = branchOf(names, part);
  if (branch === null) return null;
  return branch.branch === "" || branch.entry.level !== "umbrella"
    ? branch.entry
    : { branch: `${branch.entry.id}@${branch.branch}` };
}

/** A bracket may hold another name ("SOSU H"); whose branch it is ("DLF") or who stands behind ("KL/FH") does not decide. */
function nameInBrackets(names: Names, part: string): RegistryEntry | null {
  const entry = names.exact.get(words(part));
  return entry === undefined || isUmbrella(entry) ? null : entry;
}

const EDUCATION_TYPES: ReadonlySet<string> = new Set(["school", "education-institution"]);
const CAMPUS = /,|\bcampus\b|\bafd\b/iu;

/** "Kysten, Sundby-afd." is Kysten, as long as the first part is a name of its own. */
function withoutDepartment(name: string): string {
  const [school = name] = name.split(CAMPUS);
  return qualifyingWords(words(school)).length > 0 ? school : name;
}

/** A name that the registry lacks stands for itself, unless its type or its brackets say that it is nobody's own. */
function identityOfUnknown(names: Names, actor: SynergyActor, municipality: string): Identity {
  const [written = actor.name] = partsOf(actor.name).slice(-1);
  const outer = EDUCATION_TYPES.has(actor.type ?? "") ? withoutDepartment(written) : written;
  const name = words(outer);
  if (name === "" || UMBRELLA_TYPES.has(actor.type ?? "") || UMBRELLA_NAME.test(name)) return null;
  const inBrackets = partsOf(actor.name)
    .slice(0, -1)
    .flatMap((part) => part.split(/[/,]|\bog\b/u));
  if (inBrackets.some((part) => names.exact.get(words(part))?.level === "umbrella")) return null;
  const kind = kindKey(outer);
  return kind !== null ? `${kind.kind}@${placeOf(municipality)}` : `name:${qualifierOf(name) || name}`;
}

export function createActorIndex(registry: Registry): ActorIndex {
  const names = readNames(registry);
  return {
    identify(actor, municipality) {
      const registered = actor.id === null ? undefined : registry.get(actor.id);
      if (registered !== undefined) return identityOfEntry(registered, registry, municipality);
      const parts = partsOf(actor.name);
      for (const [at, part] of parts.entries()) {
        const found = at < parts.length - 1 ? nameInBrackets(names, part) : identityOfPart(names, part);
        if (found === null) continue;
        return "branch" in found ? found.branch : identityOfEntry(found, registry, municipality);
      }
      return identityOfUnknown(names, actor, municipality);
    },
    namedIn: (tokens, text) => findNames(names, registry, { tokens, text }),
  };
}

const LONGEST_NAME = 6;

/** Short names are only names when they are written as such: "VIA", not "via"; "KP", not "kp". */
const isWrittenAsName = (written: string): boolean =>
  written.length >= 6 || written === written.toUpperCase() || /^SOSU/u.test(written);

function findNames(names: Names, registry: Registry, { tokens, text }: { tokens: readonly Token[]; text: string }) {
  const found: { key: string; first: number; last: number }[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    for (let last = Math.min(tokens.length, first + LONGEST_NAME) - 1; last >= first; last -= 1) {
      const from = tokens[first]?.from ?? 0;
      const written = text.slice(from, tokens[last]?.to);
      if (!/^\p{Lu}/u.test(written) || !isWrittenAsName(written)) continue;
      const entry =
        names.exact.get(wordsOf(tokens.slice(first, last + 1))) ??
        (last > first ? names.byKind.get(kindKey(written)?.key ?? "") : undefined);
      if (entry === undefined || entry.level === "umbrella" || entry.level === "generic") continue;
      found.push({ key: resolveActorId(registry, entry.id), first, last });
      first = last;
      break;
    }
  }
  return found;
}

/** The actors of an initiative that are somebody's own, tagged or named in its text, each once. */
export function readActors(index: ActorIndex, initiative: SynergyInitiative): readonly ActorMention[] {
  const mentions = new Map<string, { name: string; evidence: Evidence[] }>();
  const add = (key: string, name: string, evidence: Evidence) => {
    const known = mentions.get(key);
    if (known === undefined) mentions.set(key, { name, evidence: [evidence] });
    else known.evidence.push(evidence);
  };
  for (const [position, actor] of initiative.actors.entries()) {
    const key = index.identify(actor, initiative.municipality);
    if (key !== null) add(key, actor.name, [`actors.${position}`, 0, actor.name.length]);
  }
  for (const field of ["title", "description"] as const) {
    const text = initiative[field];
    const tokens = tokenise(text);
    for (const { key, first, last } of index.namedIn(tokens, text)) {
      const from = tokens[first]?.from ?? 0;
      const to = tokens[last]?.to ?? from;
      add(key, text.slice(from, to), [field, from, to]);
    }
  }
  return [...mentions]
    .map(([key, { name, evidence }]) => ({ key, name, evidence }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
