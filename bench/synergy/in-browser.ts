/** A whole board through the check, in a form that a browser can run. */
import { referenceRegistry } from "#domain/reference-registry.ts";
import { createEngine } from "#domain/synergy/engine.ts";
import { manyInitiatives } from "./corpus.ts";

const ROUNDS = 11;

export interface BoardFigures {
  /** Milliseconds of each full check with reasons, the first before the browser has compiled anything. */
  readonly times: readonly number[];
  readonly findings: number;
}

export function timeBoard(count: number): BoardFigures {
  const initiatives = [...manyInitiatives(count)];
  const registry = referenceRegistry();
  const times: number[] = [];
  let findings = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const engine = createEngine({ registry, chainAcrossMunicipalities: true });
    const begun = performance.now();
    for (const initiative of initiatives) engine.add(initiative);
    findings = 0;
    for (const { changed } of engine.compareAll()) findings += changed.length;
    times.push(performance.now() - begun);
  }
  return { times, findings };
}
