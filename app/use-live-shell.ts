import { useEffect, useMemo, useState } from "react";
import type { Shell } from "#app/components/shell-context.tsx";

/** The frame with what the person has not read: as the page was made, and from then on as the server says. */
export function useLiveShell({ demo, person }: Shell): Shell {
  const unread = useUnreadNow(person === null || person.isGuest ? null : person.id);
  return useMemo(
    () => ({ demo, person: person === null || unread === null ? person : { ...person, unread } }),
    [demo, person, unread],
  );
}

/** Null while the server has not said. */
function useUnreadNow(personId: string | null): number | null {
  const [unread, setUnread] = useState<number | null>(null);
  useEffect(() => {
    if (personId === null) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    void import("./inbox-room.ts").then(
      ({ watchInbox }) => {
        if (!isGone) stop = watchInbox(personId, (inbox) => setUnread(inbox?.unread ?? null));
      },
      // Without it the number stands as the page was made.
      () => undefined,
    );
    return () => {
      isGone = true;
      stop?.();
      setUnread(null);
    };
  }, [personId]);
  return unread;
}
