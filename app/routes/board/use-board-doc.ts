import { useEffect, useRef, useState } from "react";
import { type BoardSession, type BoardSessionOptions, openBoardSession } from "./board-session.ts";

/** The session of the board on the page; null while the server renders and until the page has come alive. */
export function useBoardDoc(options: BoardSessionOptions): BoardSession | null {
  const [session, setSession] = useState<BoardSession | null>(null);
  const newest = useRef(options);
  newest.current = options;
  const { room, me } = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room or person is another session; the rest is read when it happens
  useEffect(() => {
    const opened = openBoardSession({
      ...newest.current,
      onFindings: () => newest.current.onFindings(),
      onRoleChanged: () => newest.current.onRoleChanged(),
    });
    setSession(opened);
    return () => {
      setSession(null);
      opened.close();
    };
  }, [room, me.id]);
  return session;
}
