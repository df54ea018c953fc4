/** The server's time on a device whose own clock may be wrong: asked a few times, the quickest answer counts. */
import { useEffect, useState } from "react";

const ASKS = 3;
const ASK_AGAIN_MS = 5 * 60_000;

interface Reading {
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** @returns how far the server's clock is ahead of this one, in milliseconds; null when it could not be asked */
export async function readClockOffset(): Promise<number | null> {
  let best: Reading | null = null;
  for (let asked = 0; asked < ASKS; asked++) {
    const reading = await ask();
    if (reading !== null && (best === null || reading.roundTripMs < best.roundTripMs)) best = reading;
  }
  return best?.offsetMs ?? null;
}

async function ask(): Promise<Reading | null> {
  const sentAt = Date.now();
  try {
    const answer = await fetch("/clock", { cache: "no-store" });
    if (!answer.ok) return null;
    const { now } = (await answer.json()) as { now: number };
    const heardAt = Date.now();
    return { offsetMs: now - (sentAt + heardAt) / 2, roundTripMs: heardAt - sentAt };
  } catch {
    // Offline: what was known before holds.
    return null;
  }
}

/**
 * The server's time, twice a second; null before the page is alive, so that what the server renders does not depend on it.
 *
 * @param loadedAt the server's time when the page was made: the offset until the clock has been asked
 */
export function useServerNow(loadedAt: number): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    let offset = loadedAt - Date.now();
    const tick = () => setNow(Date.now() + offset);
    const correct = () =>
      void readClockOffset().then((read) => {
        offset = read ?? offset;
        tick();
      });
    tick();
    correct();
    const timers = [setInterval(tick, 500), setInterval(correct, ASK_AGAIN_MS)];
    return () => timers.forEach(clearInterval);
  }, [loadedAt]);
  return now;
}
