import { useEffect, useRef, useState } from "react";
import type { BoardSession, BoardSessionOptions } from "./board-session.ts";

/** The session of the board on the page; null while the server renders and until the page has come alive. */
export function useBoardDoc(options: BoardSessionOptions): BoardSession | null {
  const [session, setSession] = useState<BoardSession | null>(null);
  const newest = useRef(options);
  newest.current = options;
  const { room, me } = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room or person is another session; the rest is read when it happens
  useEffect(() => {
    let opened: BoardSession | null = null;
    let isGone = false;
    // What a board is read with comes first; what it is written with follows at once.
    void import("./board-session.ts").then(({ openBoardSession }) => {
      if (isGone) return;
      opened = openBoardSession({
        ...newest.current,
        onFindings: () => newest.current.onFindings(),
        onComments: () => newest.current.onComments(),
        onRoleChanged: () => newest.current.onRoleChanged(),
        onRenewed: () => newest.current.onRenewed(),
      });
      setSession(opened);
    });
    return () => {
      isGone = true;
      setSession(null);
      opened?.close();
    };
  }, [room, me.id]);
  return session;
}
