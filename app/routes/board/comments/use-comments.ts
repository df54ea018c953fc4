import { useCallback, useEffect, useMemo, useState } from "react";
import type { BoardComments, CommentAnswer, CommentProblem } from "./shapes.ts";

/** Why a comment is still in its field. */
export type Unsent = CommentProblem | "not-sent";

export interface Comments extends BoardComments {
  /** Asks anew: somebody has written. */
  readonly refresh: () => void;
  /** Posts a form about the open card. Returns why it was not taken, or null. */
  readonly post: (fields: Readonly<Record<string, string>>) => Promise<Unsent | null>;
}

/** The comments of the page and of the card that is open now. */
export function useComments(boardId: string, openCardId: string | null, loaded: BoardComments): Comments {
  const [comments, setComments] = useState(loaded);
  const address = `/boards/${boardId}/comments`;
  const refresh = useCallback(() => {
    const query = openCardId === null ? "" : `?card=${encodeURIComponent(openCardId)}`;
    void askFor<BoardComments>(address + query).then((next) => next && setComments(next));
  }, [address, openCardId]);
  useEffect(() => setComments(loaded), [loaded]);
  useEffect(() => {
    if (openCardId !== null && loaded.card?.id !== openCardId) refresh();
  }, [openCardId, loaded.card?.id, refresh]);
  const post = useCallback<Comments["post"]>(
    async (fields) => {
      const body = new URLSearchParams({ ...fields, card: openCardId ?? "", stay: "yes" });
      const answer = await askFor<CommentAnswer>(address, { method: "POST", body });
      if (answer === null) return "not-sent";
      setComments(answer.comments);
      return answer.problem;
    },
    [address, openCardId],
  );
  return useMemo(() => ({ ...comments, refresh, post }), [comments, refresh, post]);
}

/** Null without network, and when the answer is none. */
export async function askFor<T>(address: string, init?: RequestInit): Promise<T | null> {
  try {
    const response = await fetch(address, init);
    const isAnswer = response.ok || response.status === 422;
    return isAnswer && !response.redirected ? ((await response.json()) as T) : null;
  } catch {
    // What was typed stays in its field, which says so.
    return null;
  }
}
