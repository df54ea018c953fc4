import { performance } from "node:perf_hooks";

/** How busy this thread is: work that can wait is put off by it. */
export class EventLoopLoad {
  #asked = performance.eventLoopUtilization();

  /**
   * Since this was last asked, from 0 (idle) to 1 (never idle).
   *
   * @param ownMs so long whoever asks has kept it busy, which does not count
   */
  sinceLast(ownMs = 0): number {
    const now = performance.eventLoopUtilization();
    const { active, idle } = performance.eventLoopUtilization(now, this.#asked);
    this.#asked = now;
    return active + idle === 0 ? 0 : Math.max(0, active - ownMs) / (active + idle);
  }
}
