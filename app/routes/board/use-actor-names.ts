import { useCallback, useEffect, useRef, useState } from "react";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import type { ActorName } from "./board-data.ts";

export type ActorNames = Readonly<Record<string, ActorName>>;

/** As many as one address holds; the rest is asked for with the next change. */
const AT_ONCE = 100;

interface Tagged {
  readonly boardId: string;
  readonly initiatives: readonly InitiativeSnapshot[];
  /** What the page came with. */
  readonly loaded: ActorNames;
}

/** Names for the actors in the document: the page's, those chosen here, and those that colleagues have tagged since. */
export function useActorNames({ boardId, initiatives, loaded }: Tagged) {
  const [heard, setHeard] = useState<ActorNames>({});
  const asked = useRef(new Set<string>());
  const remember = useCallback((names: ActorNames) => setHeard((all) => ({ ...all, ...names })), []);
  useEffect(() => {
    const unnamed = unnamedActors(initiatives, { ...loaded, ...heard })
      .filter((id) => !asked.current.has(id))
      .slice(0, AT_ONCE);
    if (unnamed.length === 0) return;
    for (const id of unnamed) asked.current.add(id);
    void fetchActorNames(boardId, unnamed).then((names) => {
      if (names !== null) remember(names);
      else for (const id of unnamed) asked.current.delete(id);
    });
  }, [boardId, initiatives, loaded, heard, remember]);
  const actorOf = useCallback((id: string) => loaded[id] ?? heard[id] ?? null, [loaded, heard]);
  return { actorOf, remember };
}

const unnamedActors = (initiatives: readonly InitiativeSnapshot[], names: ActorNames): string[] => [
  ...new Set(
    initiatives.flatMap(({ actors }) => actors.map(({ actorId }) => actorId)).filter((id) => names[id] === undefined),
  ),
];

async function fetchActorNames(boardId: string, ids: readonly string[]): Promise<ActorNames | null> {
  const query = new URLSearchParams(ids.map((id) => ["id", id]));
  try {
    const response = await fetch(`/boards/${boardId}/actors?${query}`);
    return response.ok ? ((await response.json()) as ActorNames) : null;
  } catch {
    // Without network the tag stands without its name until the next change asks again.
    return null;
  }
}
