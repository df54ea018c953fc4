/** The check alone: text being written, an edit, and everything at once, over many initiatives. */
import { referenceRegistry } from "#domain/reference-registry.ts";
import development from "#domain/synergy/development/dev.json" with { type: "json" };
import { createEngine, type Engine } from "#domain/synergy/engine.ts";
import { initiativeOfFile } from "#domain/synergy/initiative-file.ts";
import type { SynergyInitiative } from "#domain/synergy/types.ts";
import { type Figure, ms, quantile } from "./figures.ts";

const TIMES = 200;
const KOMMUNER = 98;

/** Texts of the development set put together anew: far more alike than real ones, so the hard case. */
function manyInitiatives(count: number): readonly SynergyInitiative[] {
  const texts = development.initiatives.map(initiativeOfFile);
  const at = (index: number) => texts[index % texts.length] as SynergyInitiative;
  return Array.from({ length: count }, (_, index) => {
    const other = at(index * 7 + 3);
    return {
      ...at(index),
      key: `k${String(index).padStart(6, "0")}`,
      municipality: `kommune ${index % KOMMUNER}`,
      description: `${at(index).description} ${other.description.split(". ")[0]} nr. ${index}.`,
      status: at(index * 11).status,
      actors: other.actors,
    };
  });
}

function timed(repeat: (index: number) => void): readonly number[] {
  return Array.from({ length: TIMES }, (_, index) => {
    const begun = performance.now();
    repeat(index * 37);
    return performance.now() - begun;
  });
}

function filled(initiatives: readonly SynergyInitiative[]): Engine {
  const engine = createEngine({ registry: referenceRegistry(), chainAcrossMunicipalities: true });
  for (const initiative of initiatives) engine.add(initiative);
  // Slice after slice, as the server's thread does; what is found is thrown away.
  for (const _ of engine.compareAll());
  return engine;
}

export function measureSynergy(): readonly Figure[] {
  return [1_000, 10_000].flatMap((count) => {
    const initiatives = manyInitiatives(count);
    const at = (index: number) => initiatives[index % count] as SynergyInitiative;
    const begun = performance.now();
    const engine = filled(initiatives);
    const filling = performance.now() - begun;
    const typing = quantile(
      timed((index) => engine.similar({ ...at(index), key: "draft" }, { limit: 5, accepts: () => true })),
      0.95,
    );
    const editing = quantile(
      timed((index) => engine.upsert({ ...at(index), description: `${at(index).description} Nu også om lørdagen.` })),
      0.95,
    );
    const among = `${count.toLocaleString("en")} initiatives`;
    return [
      {
        what: `similar while typing, p95, ${among}`,
        budget: count === 10_000 ? "5 ms" : "–",
        measured: ms(typing),
        within: count === 10_000 ? typing <= 5 : null,
      },
      { what: `edit to changed findings, p95, ${among}`, budget: "–", measured: ms(editing), within: null },
      { what: `first check with all findings, ${among}`, budget: "–", measured: ms(filling), within: null },
    ];
  });
}
