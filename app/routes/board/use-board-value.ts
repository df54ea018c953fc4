import { useMemo } from "react";
import type { InitiativeSnapshot } from "#domain/initiative.ts";
import type { OpenField } from "#domain/vocabulary.ts";
import type { BoardValue } from "./board-context.tsx";
import type { BoardSession } from "./board-session.ts";
import type { BoardPage } from "./data.server.ts";
import type { DoorClosed } from "./save-state.ts";
import { useSelected, useStore } from "./store.ts";
import { type ActorNames, useActorNames } from "./use-actor-names.ts";

/** What is written after these can never be saved here; after the others it can, sooner or later. */
const SHUT: ReadonlySet<string> = new Set<DoorClosed>([
  "access-withdrawn",
  "board-gone",
  "renewed",
  "unreadable",
  "too-large",
  "invalid",
]);

interface Alive {
  readonly session: BoardSession | null;
  readonly initiatives: readonly InitiativeSnapshot[];
  readonly actors: ActorNames;
}

/** Gathers what every part of the board needs; the same object until some of it changes. */
export function useBoardValue(page: BoardPage, { session, initiatives, actors }: Alive): BoardValue {
  const { actorOf, remember } = useActorNames({ boardId: page.board.id, initiatives, loaded: actors });
  const isReady = useStore(session?.isReady, false);
  const isShut = useSelected(session?.save, null, (save) => save?.state === "failed" && SHUT.has(save.why));
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
      canErase: page.canErase,
      canComment: page.canComment,
      opensHistory: page.opensHistory,
      actorOf,
      termLabel: (field, id) => labels.get(`${field}.${id}`) ?? id,
      rememberActor: (actor) => remember({ [actor.id]: actor }),
    }),
    [
      page.board,
      page.me.id,
      page.terms,
      page.canErase,
      page.canComment,
      page.opensHistory,
      session,
      canEdit,
      actorOf,
      labels,
      remember,
    ],
  );
}

const labelsOf = (terms: BoardPage["terms"]): ReadonlyMap<string, string> =>
  new Map(
    (Object.keys(terms) as OpenField[]).flatMap((field) =>
      terms[field].map(({ id, label }) => [`${field}.${id}`, label] as const),
    ),
  );
