/** What the server starts, and what it tells it. */
import type { Synergy } from "#app/http/load-context.server.ts";
import type { Database } from "#db/client.ts";
import type { Logger } from "#server/log.ts";

export interface SynergyOptions {
  readonly db: Database;
  readonly log: Pick<Logger, "error" | "info">;
  readonly now: () => number;
  readonly newId: () => string;
  /** The findings of these boards are not what they were. */
  readonly onFindings: (boardIds: ReadonlySet<string>) => void;
}

export interface SynergyService extends Synergy {
  /** Rows of initiatives have changed or gone (the projection calls). */
  onProjected(projected: { boardId: string; changed: readonly string[]; removed: readonly string[] }): void;
  stop(): Promise<void>;
}
