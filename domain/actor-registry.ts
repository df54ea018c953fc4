/** The registry of actors: which entry an id stands for after merges, and finding one by any of its names. */

import type { Actor } from "#domain/actor.ts";
import { compareDanish } from "#domain/danish-order.ts";
import { fold } from "#domain/fold.ts";

export interface RegistryEntry extends Actor {
  /** The entry that this one was merged into, or null. */
  readonly mergedInto: string | null;
  /** Kommuner the actor works in, as codes; empty when it is not said. */
  readonly areas: readonly string[];
}
export type Registry = ReadonlyMap<string, RegistryEntry>;

/**
 * Follows merges to the entry that counts now. Documents keep the id they were tagged with, so every reader resolves.
 * An unknown id stands for itself.
 */
export function resolveActorId(registry: Registry, id: string): string {
  const passed = new Set<string>();
  let current = id;
  for (;;) {
    const next = registry.get(current)?.mergedInto ?? null;
    if (next === null || passed.has(next)) return current;
    passed.add(current);
    current = next;
  }
}

/** Names as they are compared: folded, and "SOSU-Nord" is "sosu nord". */
const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** Name, short name and aliases (former names are among them), each once. */
export const namesOf = (entry: Actor): readonly string[] => [
  ...new Set([entry.name, ...(entry.shortName === null ? [] : [entry.shortName]), ...entry.aliases]),
];

export interface ActorMatch {
  readonly entry: RegistryEntry;
  /** The other name that was found, when it is not the actor's name or short name. */
  readonly alias: string | null;
  /** The query is one of the actor's names from end to end. */
  readonly isWhole: boolean;
}

export interface ActorSearch {
  readonly query: string;
  readonly limit: number;
  /** A kommune's code: actors that work there come first among equals. */
  readonly near?: string;
}

/** Lower is better: the whole name, its beginning, the beginning of a word in it, the middle of a word. */
const RANK = { whole: 0, beginning: 1, word: 2, inside: 3 } as const;

interface Candidate extends Omit<ActorMatch, "isWhole"> {
  readonly rank: number;
}

/**
 * Actors with a name like the query, best first. A merged entry is found by its names and answers as the entry it was
 * merged into.
 */
export function searchActors(registry: Registry, { query, limit, near }: ActorSearch): ActorMatch[] {
  const wanted = nameKey(query);
  const best = new Map<string, Candidate>();
  for (const entry of registry.values()) {
    const target = registry.get(resolveActorId(registry, entry.id)) ?? entry;
    const found = bestName(entry, wanted);
    if (found === null || found.rank >= (best.get(target.id)?.rank ?? Number.POSITIVE_INFINITY)) continue;
    const isOwnName = found.name === target.name || found.name === target.shortName;
    best.set(target.id, { entry: target, alias: isOwnName ? null : found.name, rank: found.rank });
  }
  const distance = ({ entry }: Candidate) => (near !== undefined && entry.areas.includes(near) ? 0 : 1);
  return [...best.values()]
    .sort((a, b) => a.rank - b.rank || distance(a) - distance(b) || byName(a.entry, b.entry))
    .slice(0, limit)
    .map(({ entry, alias, rank }) => ({ entry, alias, isWhole: rank === RANK.whole }));
}

function bestName(entry: Actor, wanted: string): { name: string; rank: number } | null {
  let best: { name: string; rank: number } | null = null;
  for (const name of namesOf(entry)) {
    const rank = rankOf(nameKey(name), wanted);
    if (rank !== null && (best === null || rank < best.rank)) best = { name, rank };
  }
  return best;
}

function rankOf(name: string, wanted: string): number | null {
  if (name === wanted) return RANK.whole;
  if (name.startsWith(wanted)) return RANK.beginning;
  if (` ${name}`.includes(` ${wanted}`)) return RANK.word;
  return name.includes(wanted) ? RANK.inside : null;
}

/** Danish order: Aabenraa and Ålborg last. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareDanish(a.name, b.name);

/** The entry that already has this name, so that nobody proposes it twice; null when the name is new. */
export function findByName(registry: Registry, name: string): RegistryEntry | null {
  const match = searchActors(registry, { query: name, limit: 1 })[0];
  return match?.isWhole ? match.entry : null;
}

/** A match as it travels to the field where actors are chosen. */
export interface ActorSuggestion {
  readonly id: string;
  readonly name: string;
  readonly type: Actor["type"];
  /** Shown as "ny" while no steward has looked at it. */
  readonly isNew: boolean;
  /** The former or other name that was typed, or null. */
  readonly alias: string | null;
  /** What was typed is one of its names from end to end: nobody needs to add it. */
  readonly isWhole: boolean;
}

export const toSuggestion = ({ entry, alias, isWhole }: ActorMatch): ActorSuggestion => ({
  id: entry.id,
  name: entry.name,
  type: entry.type,
  isNew: entry.state === "proposed",
  alias,
  isWhole,
});
