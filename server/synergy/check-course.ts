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

  /** Said again when the total is known for certain; it stays stopped where somebody did that meanwhile. */
  begin(total: number): void {
    this.#progress = { compared: 0, total, isStopped: this.isStopped };
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
    this.#progress = { ...this.#progress, compared: 0, isStopped: false };
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
