/**
 * The demo: real public initiatives of 33 kommuner, each with its source, and people named by role. Nothing is said of a
 * kommune that its source does not state: no answers, no comments, no dates.
 */
import type { Database } from "#db/client.ts";
import { writeFact } from "#db/queries/installation.ts";
import { createOrganisation } from "#db/queries/organisations.ts";
import { addWorkshopOrganisation } from "#db/queries/participants.ts";
import { createWorkshop } from "#db/queries/workshops.ts";
import { findByName, type Registry } from "#domain/actor-registry.ts";
import type { NewInitiative } from "#domain/board-doc/commands.ts";
import { richTextFromPlain } from "#domain/board-doc/rich-text.ts";
import { activityId, departmentId, phaseOf, professionIds, themeId } from "#domain/development-words.ts";
import { type Municipality, municipalityNamed } from "#domain/municipality.ts";
import type { BoardVisibility } from "#domain/organisation.ts";
import { initialRegistry } from "#domain/reference-registry.ts";
import development from "#domain/synergy/development/dev.json" with { type: "json" };
import { seedBoard } from "./board.ts";
import { DEMO_WORKSHOP, NATIONAL_WORKSHOP, WORKSHOP_MUNICIPALITIES } from "./demo-names.ts";
import { seedDemoPeople } from "./demo-people.ts";
import { DEMO_TAGS } from "./demo-tags.ts";
import { seedRegistry } from "./registry.ts";

type DevelopmentInitiative = (typeof development.initiatives)[number];

export interface SeedInput {
  readonly now: number;
  readonly newId: () => string;
}

/** Fills an empty database and marks it as a demo. */
export async function seedDemo(db: Database, input: SeedInput): Promise<{ boards: number; initiatives: number }> {
  const { now } = input;
  await seedRegistry(db, now);
  const byMunicipality = new Map<Municipality, NewInitiative[]>();
  const registry = initialRegistry();
  for (const each of development.initiatives.filter(({ origin }) => origin === "real")) {
    const municipality = municipalityNamed(each.kommune);
    if (municipality === null) throw new Error(`${each.kommune} is no kommune.`);
    const initiatives = byMunicipality.get(municipality) ?? [];
    byMunicipality.set(municipality, [...initiatives, translate(each, { registry, municipality })]);
  }
  for (const [index, workshop] of [DEMO_WORKSHOP, NATIONAL_WORKSHOP].entries()) {
    // Lists show workshops in the order they were made.
    await createWorkshop(db, { ...workshop, organiser: "", createdBy: null, now: now + index });
  }
  for (const [municipality, initiatives] of byMunicipality) {
    await seedMunicipality(db, { municipality, initiatives, now });
  }
  await seedDemoPeople(db, input);
  await writeFact(db, "demo", "1");
  return { boards: byMunicipality.size, initiatives: [...byMunicipality.values()].flat().length };
}

async function seedMunicipality(
  db: Database,
  { municipality, initiatives, now }: { municipality: Municipality; initiatives: NewInitiative[]; now: number },
): Promise<void> {
  const { code, name, fullName } = municipality;
  const inWorkshop = WORKSHOP_MUNICIPALITIES.includes(name);
  const workshopId = inWorkshop ? DEMO_WORKSHOP.id : NATIONAL_WORKSHOP.id;
  const visibility: BoardVisibility = inWorkshop ? "workshop" : "all";
  await createOrganisation(db, { id: code, kind: "municipality", name, fullName, now });
  await addWorkshopOrganisation(db, { workshopId, organisationId: code, now });
  await seedBoard(db, { id: `${workshopId}-${code}`, workshopId, organisationId: code, visibility, now, initiatives });
}

/** In the words of the house. An empty word makes no claim, so that field stays empty. */
function translate(
  { id, title, description, source, startYear, ...words }: DevelopmentInitiative,
  of: { registry: Registry; municipality: Municipality },
): NewInitiative {
  const known = (value: string | null) => (value === null ? [] : [value]);
  const { status, evaluated } = phaseOf(words.phase);
  return {
    id,
    title,
    description: richTextFromPlain(description),
    status: status ?? "idea",
    evaluated,
    startYear,
    source,
    tags: {
      professions: words.professions.flatMap(professionIds),
      themes: known(themeId(words.theme)),
      activities: known(activityId(words.activity)),
      departments: known(departmentId(words.department)),
      targetGroups: Object.keys(DEMO_TAGS[id]?.targetGroups ?? {}),
      chainLinks: Object.keys(DEMO_TAGS[id]?.chainLinks ?? {}),
    },
    // A source names who takes part and seldom what they do; a tag without a role there is not. The pages of a demo say so.
    actors: words.actors.map(({ name }) => ({ actorId: actorNamed(name, of), role: "contributor" as const })),
  };
}

/** The entry of that name; a department that many kommuner have stands in the registry with its kommune. */
function actorNamed(name: string, { registry, municipality }: { registry: Registry; municipality: Municipality }) {
  const entry = findByName(registry, name) ?? findByName(registry, `${name}, ${municipality.name}`);
  if (entry === null) throw new Error(`The registry has no actor named ${name}.`);
  return entry.id;
}
