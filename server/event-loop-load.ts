import { performance } from "node:perf_hooks";

/** How busy this thread is: work that can wait is put off by it. */
export class EventLoopLoad {
  #asked = performance.eventLoopUtilization();

  /** Since this was last asked, from 0 (idle) to 1 (never idle). */
  sinceLast(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#asked);
    this.#asked = now;
    return utilization;
  }
}
