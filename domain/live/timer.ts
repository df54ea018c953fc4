/** The clock of the item that runs: the server's moment when it ends, or what was left when it was paused. */
export type Timer = { readonly endsAt: number } | { readonly leftMs: number };

/** Milliseconds left, never below 0. */
export const timeLeft = (timer: Timer, now: number): number =>
  Math.max(0, "endsAt" in timer ? timer.endsAt - now : timer.leftMs);

export const isPaused = (timer: Timer): boolean => "leftMs" in timer;

/** Milliseconds past the end; 0 while there is time left. A paused clock runs over nothing. */
export const overrun = (timer: Timer, now: number): number => ("endsAt" in timer ? Math.max(0, now - timer.endsAt) : 0);

export const pause = (timer: Timer, now: number): Timer => ({ leftMs: timeLeft(timer, now) });

export const resume = (timer: Timer, now: number): Timer => ({ endsAt: now + timeLeft(timer, now) });

/** More or less time. A clock that has run out gets it from now on. */
export const extend = (timer: Timer, byMs: number, now: number): Timer => {
  const leftMs = Math.max(0, timeLeft(timer, now) + byMs);
  return isPaused(timer) ? { leftMs } : { endsAt: now + leftMs };
};
