/** How far a check of everything has come, and whether somebody has stopped it. */
import type { CheckProgress } from "#app/http/load-context.server.ts";

export class CheckCourse {
  #progress: CheckProgress | null = null;

  /** Null where no such check runs or was stopped. */
  get progress(): CheckProgress | null {
    return this.#progress;
  }

  get isStopped(): boolean {
    return this.#progress?.isStopped ?? false;
  }

  begin(total: number): void {
    this.#progress = { compared: 0, total, isStopped: false };
  }

  reach(compared: number): void {
    if (this.#progress !== null) this.#progress = { ...this.#progress, compared };
  }

  stop(): void {
    if (this.#progress !== null) this.#progress = { ...this.#progress, isStopped: true };
  }

  /** @returns false where none was stopped */
  beginAgain(): boolean {
    if (this.#progress === null || !this.isStopped) return false;
    this.begin(this.#progress.total);
    return true;
  }

  /**
   * A stopped one stays, so that it can be said how far it came.
   *
   * @returns false for a stopped one
   */
  end(): boolean {
    if (this.isStopped) return false;
    this.#progress = null;
    return true;
  }
}
