/**
 * Initiatives in any number, the same on every machine: texts of the development set mixed with each other and with words
 * put together from parts. Each text comes again in many others, which makes it the hard case: real ones are less alike.
 */
import development from "#domain/synergy/development/dev.json" with { type: "json" };
import { initiativeOfFile } from "#domain/synergy/initiative-file.ts";
import type { SynergyInitiative } from "#domain/synergy/types.ts";

const TEXTS = development.initiatives.map(initiativeOfFile);
const LEAST_WORDS = 24;
const MOST_WORDS = 30;
const INITIATIVES_OF_KOMMUNE = 40;

const BEGINNINGS = (
  "havne skov bibliotek cykel vand klima energi natur musik idræts bolig trafik affalds kultur museums bro strand ø by " +
  "torve mark have mølle kirke kyst jernbane fjord arkiv digital data regnskabs indkøbs vej lys varme jord skærm film " +
  "teater legeplads park bæk sluse dige kanal stald frugt korn fiske ure papir glas træ sten sand ler uld"
).split(" ");
const ENDINGS = (
  "forening plan udvalg drift aftale rute kort arkiv pulje runde styring ordning analyse gruppe besøg kampagne uge dag " +
  "format skema regnskab rapport center værksted samling tavle ramme linje model lager skur bane prøve vagt tilsyn"
).split(" ");

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const oneOf = <T>(all: readonly T[], next: () => number): T => all[Math.floor(next() * all.length)] as T;

function anInitiative(index: number): SynergyInitiative {
  const next = numbersFrom(index + 1);
  const own = oneOf(TEXTS, next);
  const other = oneOf(TEXTS, next);
  const words = `${own.description} ${other.description.split(". ")[0]}`.split(/\s+/u);
  const length = LEAST_WORDS + Math.floor(next() * (MOST_WORDS - LEAST_WORDS + 1)) - own.title.split(/\s+/u).length;
  const kept = words.slice(0, Math.max(8, Math.floor(length * 0.7)));
  while (kept.length < length) kept.push(`${oneOf(BEGINNINGS, next)}${oneOf(ENDINGS, next)}`);
  return {
    ...own,
    key: `${String(Math.floor(index / INITIATIVES_OF_KOMMUNE)).padStart(5, "0")}.${index % INITIATIVES_OF_KOMMUNE}`,
    municipality: `kommune ${Math.floor(index / INITIATIVES_OF_KOMMUNE)}`,
    description: `${kept.join(" ")}.`,
    status: oneOf(TEXTS, next).status,
    actors: other.actors,
  };
}

/** So many initiatives, 40 for each kommune. */
export function* manyInitiatives(count: number): Generator<SynergyInitiative> {
  for (let index = 0; index < count; index += 1) yield anInitiative(index);
}

/** As somebody changes it: another sentence from the same field. */
export function edited(initiative: SynergyInitiative, round: number): SynergyInitiative {
  const next = numbersFrom(round + 0x5eed);
  const sentence = oneOf(TEXTS, next).description.split(". ")[0];
  return { ...initiative, description: `${initiative.description} ${sentence} ${oneOf(BEGINNINGS, next)}plan.` };
}
