/** Whether the server can do its work: not draining, database writable, room on the disk. */
import { statfs } from "node:fs/promises";
import type { Database } from "#db/client.ts";
import { writeFact } from "#db/queries/installation.ts";
import type { Env } from "./env.ts";

const PROBE_EVERY_MS = 2_000;

export interface Readiness {
  /** Why not, or null. */
  notReady: () => Promise<string | null>;
  /** From now on: not ready. */
  drain: () => void;
}

export function createReadiness(options: { db: Database; env: Env; now: () => number }): Readiness {
  const { db, env, now } = options;
  let draining = false;
  let probedAt = Number.NEGATIVE_INFINITY;
  let found: string | null = null;

  async function probe(): Promise<string | null> {
    const { bavail, bsize } = await statfs(env.dataDir);
    if ((bavail * bsize) / 1e6 < env.minFreeMb) return "little space is left on the disk";
    try {
      await writeFact(db, "probe", String(now()));
      return null;
    } catch {
      // What the operator needs is that it cannot be written; the write that failed for a person is logged with its cause.
      return "the database cannot be written";
    }
  }

  return {
    async notReady() {
      if (draining) return "draining";
      if (now() - probedAt >= PROBE_EVERY_MS) {
        probedAt = now();
        found = await probe();
      }
      return found;
    },
    drain() {
      draining = true;
    },
  };
}
