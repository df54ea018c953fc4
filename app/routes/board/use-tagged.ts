import { useMemo } from "react";
import type { InitiativeSnapshot } from "#domain/initiative.ts";

/** What the initiatives of a board are tagged with, each id once. */
export interface Tagged {
  readonly profession: readonly string[];
  readonly theme: readonly string[];
  readonly actor: readonly string[];
}

const once = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The same object until a tag comes or goes: it does not change with every letter that is typed. */
export function useTagged(initiatives: readonly InitiativeSnapshot[]): Tagged {
  const now: Tagged = {
    profession: once(initiatives.flatMap(({ tags }) => tags.professions)),
    theme: once(initiatives.flatMap(({ tags }) => tags.themes)),
    actor: once(initiatives.flatMap(({ actors }) => actors.map(({ actorId }) => actorId))),
  };
  const written = JSON.stringify(now);
  return useMemo(() => JSON.parse(written) as Tagged, [written]);
}
