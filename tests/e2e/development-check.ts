/** The whole development set through the engine, in a form that a browser can run as well as Node. */

import { referenceRegistry } from "#domain/reference-registry.ts";
import development from "#domain/synergy/development/dev.json";
import { createEngine } from "#domain/synergy/engine.ts";
import { initiativeOfFile } from "#domain/synergy/initiative-file.ts";
import type { SynergyPair } from "#domain/synergy/types.ts";

export function checkDevelopmentSet(): SynergyPair[] {
  const engine = createEngine({ registry: referenceRegistry(), chainAcrossMunicipalities: true });
  for (const row of development.initiatives) engine.upsert(initiativeOfFile(row));
  return [...engine.checkAll()];
}
