/** Entries of a registry for tests, about nothing unless said otherwise. */
import type { Registry, RegistryEntry } from "./actor-registry.ts";

export const anEntry = (id: string, over: Partial<RegistryEntry> = {}): RegistryEntry => ({
  id,
  name: id,
  shortName: null,
  aliases: [],
  type: "school",
  level: "local",
  state: "approved",
  mergedInto: null,
  areas: [],
  ...over,
});

export const registryOf = (...entries: readonly RegistryEntry[]): Registry =>
  new Map(entries.map((entry) => [entry.id, entry]));
