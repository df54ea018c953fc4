/** The file format of the development set and of `check`: Danish words in, initiatives of the engine out. */
import { activityId, actorTypeOf, departmentId, phaseOf, professionIds, themeId } from "#domain/development-words.ts";
import type { Evidence } from "#domain/finding.ts";
import type { SynergyInitiative } from "./types.ts";

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

/** Ids of the profession words, each once, with the place of the word that brought it. */
const professionsOf = (row: FileInitiative): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  for (const [place, word] of row.professions.entries()) {
    for (const id of professionIds(word)) if (!places.has(id)) places.set(id, place);
  }
  return places;
};

export function initiativeOfFile(row: FileInitiative): SynergyInitiative {
  return {
    key: row.id,
    municipality: row.kommune,
    title: row.title,
    description: row.description,
    professions: [...professionsOf(row).keys()],
    themes: known(themeId(row.theme)),
    activities: known(activityId(row.activity)),
    targetGroups: [],
    departments: known(departmentId(row.department)),
    chainLinks: [],
    status: phaseOf(row.phase).status,
    startYear: row.startYear,
    actors: row.actors.map(({ name, type }) => ({ id: null, name, type: actorTypeOf(type, name) })),
  };
}

const FILE_FIELDS = {
  status: "phase",
  municipality: "kommune",
  "activities.0": "activity",
  "themes.0": "theme",
} as const;

/** Evidence in an initiative of the engine, as evidence in the row that it came from. */
export function evidenceInFile([field, from, to]: Evidence, row: FileInitiative): Evidence {
  if (field in FILE_FIELDS) {
    const name = FILE_FIELDS[field as keyof typeof FILE_FIELDS];
    return [name, 0, row[name].length];
  }
  const [list, index] = field.split(".");
  if (list !== "professions") return [field, from, to];
  const place = [...professionsOf(row).values()][Number(index)] ?? 0;
  return [`professions.${place}`, 0, row.professions[place]?.length ?? 0];
}
