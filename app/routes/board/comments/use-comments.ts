import { useCallback, useEffect, useMemo, useState } from "react";
import { ask } from "#app/http/ask.ts";
import { useInOrder } from "#app/http/in-order.ts";
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
  const inOrder = useInOrder();
  const address = `/boards/${boardId}/comments`;
  const refresh = useCallback(() => {
    const query = openCardId === null ? "" : `?card=${encodeURIComponent(openCardId)}`;
    void inOrder(ask<BoardComments>(address + query), setComments);
  }, [inOrder, address, openCardId]);
  useEffect(() => setComments(loaded), [loaded]);
  useEffect(() => {
    if (openCardId !== null && loaded.card?.id !== openCardId) refresh();
  }, [openCardId, loaded.card?.id, refresh]);
  const post = useCallback<Comments["post"]>(
    async (fields) => {
      const body = new URLSearchParams({ ...fields, card: openCardId ?? "", stay: "yes" });
      const asking = ask<CommentAnswer>(address, { method: "POST", body });
      const reply = await inOrder(asking, (answer) => setComments(answer.comments));
      // What was typed stays in its field, which says so.
      return reply.ok ? reply.value.problem : "not-sent";
    },
    [inOrder, address, openCardId],
  );
  return useMemo(() => ({ ...comments, refresh, post }), [comments, refresh, post]);
}
