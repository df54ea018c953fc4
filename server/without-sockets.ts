/** Stands where the engine will. */
import type { Synergy } from "#app/http/load-context.server.ts";

export const createSynergy = (): Synergy => ({
  similar: async () => [],
  actorsChanged: async () => undefined,
  settled: async () => undefined,
});
