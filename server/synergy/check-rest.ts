/** For each millisecond of work, on a server that does nothing else and on one that does nothing but serve. */
const REST_PER_WORK = { idle: 1, busy: 100 } as const;
/** However busy the server is, a workshop sees what belongs together. */
const LONGEST_REST_MS = 2_000;

/**
 * How long the check rests after so much work: it gives way to those who write.
 *
 * @param load how busy the server was, from 0 to 1
 */
export const restMs = (workedMs: number, load: number): number =>
  Math.min(LONGEST_REST_MS, workedMs * (REST_PER_WORK.idle + load * (REST_PER_WORK.busy - REST_PER_WORK.idle)));
