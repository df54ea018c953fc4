import { createContext, useContext } from "react";
import type { OpenField, Term } from "#domain/vocabulary.ts";
import type { ActorName } from "./board-data.ts";
import type { BoardSession } from "./board-session.ts";

/** What every part of the board's page needs to name and to change things. */
export interface BoardValue {
  readonly boardId: string;
  readonly municipality: string;
  readonly personId: string;
  readonly terms: Readonly<Record<OpenField, readonly Term[]>>;
  readonly session: BoardSession | null;
  /** May write, and the document is here to be written. */
  readonly canEdit: boolean;
  readonly canErase: boolean;
  readonly canComment: boolean;
  readonly opensHistory: boolean;
  readonly actorOf: (id: string) => ActorName | null;
  readonly termLabel: (field: OpenField, id: string) => string;
  /** Names an actor that was chosen or made a moment ago. */
  readonly rememberActor: (actor: ActorName) => void;
}

const BoardContext = createContext<BoardValue | null>(null);

export const BoardProvider = BoardContext.Provider;

export function useBoard(): BoardValue {
  const board = useContext(BoardContext);
  if (board === null) throw new Error("A part of the board stands outside it.");
  return board;
}

/** Time of the page, for "three minutes ago"; by itself, since it goes on and no card is painted for it. */
const NowContext = createContext(0);

export const NowProvider = NowContext.Provider;
export const useNow = (): number => useContext(NowContext);
