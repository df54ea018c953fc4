import { useCallback, useMemo, useState } from "react";
import type { OpenField } from "#domain/vocabulary.ts";
import type { BoardValue } from "./board-context.tsx";
import type { ActorName } from "./board-data.ts";
import type { BoardSession } from "./board-session.ts";
import type { BoardPage } from "./data.server.ts";
import type { DoorClosed } from "./save-state.ts";
import { useStore } from "./store.ts";

/** What is written after these can never be saved here; after the others it can, sooner or later. */
const SHUT: ReadonlySet<string> = new Set<DoorClosed>(["access-withdrawn", "board-gone", "too-large", "invalid"]);

interface Alive {
  readonly session: BoardSession | null;
  readonly actors: Readonly<Record<string, ActorName>>;
  readonly now: number;
}

/** Gathers what every part of the board needs; the same object until some of it changes. */
export function useBoardValue(page: BoardPage, { session, actors, now }: Alive): BoardValue {
  const [chosen, setChosen] = useState<Readonly<Record<string, ActorName>>>({});
  const isReady = useStore(session?.isReady, false);
  const save = useStore(session?.save, null);
  const isShut = save?.state === "failed" && SHUT.has(save.why);
  const rememberActor = useCallback((actor: ActorName) => setChosen((all) => ({ ...all, [actor.id]: actor })), []);
  const labels = useMemo(() => labelsOf(page.terms), [page.terms]);
  const canEdit = page.canWrite && isReady && !isShut;
  return useMemo(
    () => ({
      boardId: page.board.id,
      municipality: page.board.organisation.name,
      personId: page.me.id,
      terms: page.terms,
      session,
      canEdit,
      actorOf: (id) => actors[id] ?? chosen[id] ?? null,
      termLabel: (field, id) => labels.get(`${field}.${id}`) ?? id,
      rememberActor,
      now,
    }),
    [page.board, page.me.id, page.terms, session, canEdit, actors, chosen, labels, rememberActor, now],
  );
}

const labelsOf = (terms: BoardPage["terms"]): ReadonlyMap<string, string> =>
  new Map(
    (Object.keys(terms) as OpenField[]).flatMap((field) =>
      terms[field].map(({ id, label }) => [`${field}.${id}`, label] as const),
    ),
  );
