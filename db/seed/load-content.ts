/** Content of any amount out of the vocabularies' words: plausible in length and spread, and nobody's. */
import type { NewInitiative } from "#domain/board-doc/commands.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { ACTOR_ROLES, CHAIN_LINKS, INITIATIVE_STATUSES } from "#domain/initiative.ts";
import { initialRegistry } from "#domain/reference-registry.ts";
import { termsOf } from "#domain/vocabulary.ts";

const MEANS = ["forløb", "samarbejde", "korps", "ordning", "uge", "netværk", "værksted", "forsøg", "aftale", "plan"];
const PLACES = ["nord", "syd", "øst", "vest", "midt", "ved havnen", "i oplandet", "på kysten", "i byen", "ved skoven"];
const AIMS = [
  "skal give flere kolleger med den rette uddannelse",
  "skal holde på dem, der lige er begyndt",
  "skal gøre overgangen fra skole til arbejde kortere",
  "skal dæmpe brugen af vikarer i weekender og ferier",
  "skal give mere tid til borgerne og mindre til skemaer",
];
const FIRST_YEAR = 2019;

/** The same list for the same kommune and count, every time. */
export function syntheticInitiatives(seed: number, count: number): NewInitiative[] {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found;
  };
  const actors = [...initialRegistry().values()];
  return Array.from({ length: count }, (_, index) => {
    const profession = pick(termsOf("professions", "da"));
    const theme = pick(termsOf("themes", "da"));
    const activity = pick(termsOf("activities", "da"));
    const target = pick(termsOf("targetGroups", "da"));
    const department = pick(termsOf("departments", "da"));
    const title = `${theme.label}: ${pick(MEANS)} for ${profession.label.toLowerCase()} ${pick(PLACES)}`;
    const text = `${activity.label} for ${target.label.toLowerCase()} ${pick(AIMS)}.\n${department.label} følger det fra år ${index % 7}.`;
    return {
      id: `l${index + 1}`,
      title,
      description: richTextFromPlain(text),
      status: pick(INITIATIVE_STATUSES),
      startYear: FIRST_YEAR + Math.floor(random() * 8),
      tags: {
        professions: [profession.id],
        themes: [theme.id],
        activities: [activity.id],
        targetGroups: [target.id],
        departments: [department.id],
        chainLinks: [pick(CHAIN_LINKS)],
      },
      actors: [{ actorId: pick(actors).id, role: pick(ACTOR_ROLES) }],
    };
  });
}

/** Numbers from 0 up to 1 that follow from the seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
