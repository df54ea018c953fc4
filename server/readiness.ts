/** Whether the server can do its work: not draining, database writable, room on the disk. */
import type { Database } from "#db/client.ts";
import { writeFact } from "#db/queries/installation.ts";

const PROBE_EVERY_MS = 2_000;

export interface ReadinessOptions {
  readonly db: Database;
  readonly mayWrite: () => boolean;
  /** Not null while the whole database file is written anew. */
  readonly writingAnew: () => unknown;
  /** False while edits are waiting for the disk. */
  readonly isStoring: () => boolean;
  readonly pages: { isLoaded(): boolean };
  readonly now: () => number;
}

export interface Readiness {
  /** Why not, or null. */
  notReady: () => Promise<string | null>;
  /** From now on: not ready. */
  drain: () => void;
}

export function createReadiness({ db, mayWrite, writingAnew, isStoring, pages, now }: ReadinessOptions): Readiness {
  let draining = false;
  let probedAt = Number.NEGATIVE_INFINITY;
  let writable = true;

  async function probe(): Promise<boolean> {
    try {
      await writeFact(db, "probe", String(now()));
      return true;
    } catch {
      // Why is logged by the write that failed for a person; here only whether.
      return false;
    }
  }

  return {
    async notReady() {
      if (draining) return "draining";
      if (!pages.isLoaded()) return "the pages are being loaded";
      if (!mayWrite()) return "little space is left on the disk";
      if (writingAnew() !== null) return "the database file is being written anew";
      if (!isStoring()) return "edits cannot be stored";
      if (now() - probedAt >= PROBE_EVERY_MS) {
        probedAt = now();
        writable = await probe();
      }
      return writable ? null : "the database cannot be written";
    },
    drain() {
      draining = true;
    },
  };
}
