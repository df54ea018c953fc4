/**
 * Which actor a name means. Two initiatives share an actor only when both name the same actual body: this school under
 * any of its names, this union branch – not KL, not FOA in general (SPEC.md A1–A6).
 */
import { namesOf, type Registry, type RegistryEntry, resolveActorId } from "#domain/actor-registry.ts";
import type { Evidence } from "#domain/finding.ts";
import kommuner from "#domain/reference/kommuner.json" with { type: "json" };
import {
  kindKey,
  type NamedKind,
  namesKind,
  partsOf,
  qualifierOf,
  qualifyingWords,
  withoutCampus,
  withoutDepartment,
  withoutGenitive,
  words,
  wordsOf,
} from "./actor-names.ts";
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
  namedIn(tokens: readonly Token[], text: string): readonly NamedActor[];
}

const GENERIC_KIND: Readonly<Record<string, string>> = { jobcenter: "jobcentre", fgu: "fgu" };

const MUNICIPALITY_NAMES: ReadonlyMap<string, string> = new Map(
  kommuner.kommuner.map(({ code, name }) => [code, fold(name)]),
);

const placeOf = (municipality: string): string => MUNICIPALITY_NAMES.get(municipality) ?? fold(municipality);

const isUmbrella = (entry: RegistryEntry): boolean => entry.level === "umbrella";
const isSomebody = (entry: RegistryEntry): boolean => !isUmbrella(entry) && entry.level !== "generic";
const UMBRELLA_TYPES: ReadonlySet<string> = new Set(["state-agency", "employer-organisation"]);
const UMBRELLA_NAME = /(styrelsen|ministeriet|partnerskabet|landsforening|skolerne)\b/u;

interface Names {
  readonly exact: ReadonlyMap<string, RegistryEntry>;
  /** The first words of those names. */
  readonly beginnings: ReadonlySet<string>;
  readonly byKind: ReadonlyMap<string, RegistryEntry>;
}

const firstWord = (name: string): string => name.split(" ", 1)[0] ?? "";

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
  return { exact, byKind, beginnings: new Set([...exact.keys()].map(firstWord)) };
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
const CAPITAL = /^\p{Lu}/u;

/** Short names are only names when they are written as such: "VIA", not "via"; "KP", not "kp". */
const isWrittenAsName = (written: string): boolean =>
  written.length >= 6 || written === written.toUpperCase() || /^SOSU/u.test(written);

interface WrittenText {
  readonly tokens: readonly Token[];
  readonly text: string;
}

interface NamedActor {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

function findNames(names: Names, registry: Registry, written: WrittenText): readonly NamedActor[] {
  const found: NamedActor[] = [];
  const reading = { names, registry, written, mayNameKind: namesKind(written.tokens) };
  for (let first = 0; first < written.tokens.length; first += 1) {
    const named = nameAt(reading, first);
    if (named === null) continue;
    found.push(named);
    first = named.last;
  }
  return found;
}

interface Reading {
  readonly names: Names;
  readonly registry: Registry;
  readonly written: WrittenText;
  readonly mayNameKind: boolean;
}

/** The longest name that begins with the word. */
function nameAt(reading: Reading, first: number): NamedActor | null {
  const { names, registry, written, mayNameKind } = reading;
  const { tokens, text } = written;
  const { from, to } = tokens[first] as Token;
  if (!CAPITAL.test(text.slice(from, to))) return null;
  const mayBeName = names.beginnings.has(firstWord(wordsOf(tokens.slice(first, first + 1))));
  if (!mayBeName && !mayNameKind) return null;
  for (let last = Math.min(tokens.length, first + LONGEST_NAME) - 1; last >= first; last -= 1) {
    const entry = entryOf(reading, { first, last, mayBeName });
    if (entry !== undefined && isSomebody(entry)) return { key: resolveActorId(registry, entry.id), first, last };
  }
  return null;
}

/** Whom the words from the first to the last one name, as they stand or as a school of its kind. */
function entryOf(
  { names, written, mayNameKind }: Reading,
  { first, last, mayBeName }: { first: number; last: number; mayBeName: boolean },
): RegistryEntry | undefined {
  const { tokens, text } = written;
  const spelt = text.slice(tokens[first]?.from, tokens[last]?.to);
  if (!isWrittenAsName(spelt)) return undefined;
  const exact = mayBeName ? names.exact.get(wordsOf(tokens.slice(first, last + 1))) : undefined;
  if (exact !== undefined || !mayNameKind || last === first) return exact;
  return names.byKind.get(kindKey(spelt)?.key ?? "");
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

/** Of one text before and after the registry has changed. */
export const sameActors = (before: readonly ActorMention[], now: readonly ActorMention[]): boolean =>
  before.length === now.length && before.every(({ key }, at) => key === now[at]?.key);
