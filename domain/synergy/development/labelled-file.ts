/** The file format of the development set and of `check`: Danish words in, initiatives of the engine out. */
import { activityId, actorTypeOf, departmentId, phaseOf, professionIds, themeId } from "#domain/development-words.ts";
import type { SynergyInitiative } from "../types.ts";

export interface FileInitiative {
  readonly id: string;
  readonly kommune: string;
  readonly title: string;
  readonly description: string;
  readonly professions: readonly string[];
  readonly theme: string;
  readonly activity: string;
  readonly phase: string;
  readonly department: string;
  readonly startYear: number | null;
  readonly actors: readonly { readonly name: string; readonly type: string }[];
}

const known = (id: string | null): readonly string[] => (id === null ? [] : [id]);

export function initiativeOfFile(row: FileInitiative): SynergyInitiative {
  const { status, evaluated } = phaseOf(row.phase);
  return {
    key: row.id,
    municipality: row.kommune,
    title: row.title,
    description: row.description,
    professions: [...new Set(row.professions.flatMap(professionIds))],
    themes: known(themeId(row.theme)),
    activities: known(activityId(row.activity)),
    targetGroups: [],
    departments: known(departmentId(row.department)),
    chainLinks: [],
    status,
    evaluated,
    startYear: row.startYear,
    actors: row.actors.map(({ name, type }) => ({ id: null, name, type: actorTypeOf(type, name) })),
  };
}
