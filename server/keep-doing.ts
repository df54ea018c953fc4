import type { Logger } from "./log.ts";

export interface Rounds {
  readonly everyMs: number;
  readonly log: Pick<Logger, "error">;
  /** What the log says when a round has failed. */
  readonly failed: string;
}

export interface Doing {
  /** A round now, beside the others. */
  readonly round: () => void;
  readonly stop: () => void;
}

/** Does `work` again and again until it is stopped, one round after the other. What fails is logged and tried again. */
export function keepDoing(work: () => unknown, { everyMs, log, failed }: Rounds): Doing {
  let isUnderWay = false;
  const round = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await work();
    } catch (error) {
      log.error({ err: error }, failed);
    } finally {
      isUnderWay = false;
    }
  };
  const timer = setInterval(round, everyMs).unref();
  return { round: () => void round(), stop: () => clearInterval(timer) };
}
