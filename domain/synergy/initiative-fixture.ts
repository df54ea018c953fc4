/** An initiative for tests, about nothing unless said otherwise. */
import type { SynergyActor, SynergyInitiative } from "./types.ts";

export const anActor = (name: string, id: string | null = null): SynergyActor => ({ id, name, type: null });

export const anInitiative = (over: Partial<SynergyInitiative> = {}): SynergyInitiative => ({
  key: "x",
  municipality: "Varde",
  title: "",
  description: "",
  professions: [],
  themes: [],
  activities: [],
  targetGroups: [],
  departments: [],
  chainLinks: [],
  status: null,
  startYear: null,
  actors: [],
  ...over,
});
