import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "#app/http/ask.ts";
import { useInOrder } from "#app/http/in-order.ts";
import type { ActorName, OpenCardFacts } from "./board-data.ts";
import type { Badges } from "./use-card-views.ts";

/** What stands beside the document and changes while the page is open. */
export interface Activity {
  readonly badges: Badges;
  readonly actors: Readonly<Record<string, ActorName>>;
  readonly card: OpenCardFacts | null;
  readonly now: number;
}

/** Notices come in bursts while people type; forty pages must not all ask at once. */
const SPREAD_MS = 1_500;

export interface LiveActivity extends Activity {
  /** Asks again soon, once for many calls. */
  readonly refresh: () => void;
}

/** The loader's activity, brought up to date when a card is opened and when the page hears of something new. */
export function useActivity(boardId: string, loaded: Activity, openCardId: string | null): LiveActivity {
  const [activity, setActivity] = useState(loaded);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const inOrder = useInOrder();
  const fetchNow = useCallback(() => {
    const query = openCardId === null ? "" : `?card=${encodeURIComponent(openCardId)}`;
    const asking = ask<Activity>(`/boards/${boardId}/activity${query}`);
    // Without network the page goes on with what it knows.
    void inOrder(asking, (next) => setActivity((before) => withKept(before, next)));
  }, [inOrder, boardId, openCardId]);
  const refresh = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(fetchNow, 200 + Math.random() * SPREAD_MS);
  }, [fetchNow]);
  useEffect(() => setActivity((before) => withKept(before, loaded)), [loaded]);
  useEffect(() => {
    if (openCardId !== null && loaded.card?.id !== openCardId) fetchNow();
  }, [openCardId, loaded.card?.id, fetchNow]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { ...activity, refresh };
}

/** The next activity, in which what says the same as before is the same object: every card is painted from these. */
function withKept(before: Activity, next: Activity): Activity {
  return { ...next, badges: kept(before.badges, next.badges), actors: kept(before.actors, next.actors) };
}
const kept = <T>(before: T, next: T): T => (JSON.stringify(before) === JSON.stringify(next) ? before : next);
