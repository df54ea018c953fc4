import { useCallback, useEffect, useMemo, useState } from "react";
import { ask } from "#app/http/ask.ts";
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
    void ask<BoardComments>(address + query).then((reply) => reply.ok && setComments(reply.value));
  }, [address, openCardId]);
  useEffect(() => setComments(loaded), [loaded]);
  useEffect(() => {
    if (openCardId !== null && loaded.card?.id !== openCardId) refresh();
  }, [openCardId, loaded.card?.id, refresh]);
  const post = useCallback<Comments["post"]>(
    async (fields) => {
      const body = new URLSearchParams({ ...fields, card: openCardId ?? "", stay: "yes" });
      const reply = await ask<CommentAnswer>(address, { method: "POST", body });
      // What was typed stays in its field, which says so.
      if (!reply.ok) return "not-sent";
      setComments(reply.value.comments);
      return reply.value.problem;
    },
    [address, openCardId],
  );
  return useMemo(() => ({ ...comments, refresh, post }), [comments, refresh, post]);
}
