/** A spreadsheet of initiatives as people keep it: Danish or English headings in any order, several words in one cell. */
import type { FileInitiative } from "./initiative-file.ts";

type Column = keyof FileInitiative;

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ["id", /^(id|nr\.?|nummer|løbenummer|løbenr\.?)$/],
  ["kommune", /^(kommune|kommunenavn|municipality)$/],
  ["title", /^(titel|title|navn|overskrift|indsats(ens navn)?|initiativ|initiative|tiltag)$/],
  ["description", /^(beskrivelse|kort beskrivelse|description|tekst|indhold|resum[eé])$/],
  ["professions", /^(faggrupper?|personalegrupper?|professions?)$/],
  ["theme", /^(temaer|tema|themes?)$/],
  ["activity", /^(aktivitet(er)?|activity|activities)$/],
  ["phase", /^(status|fase|phase)$/],
  ["department", /^(forvaltning(er)?|departments?)$/],
  ["startYear", /^(startår|start|år|start ?year|year)$/],
  ["actors", /^(aktør(er)?|samarbejdspartnere?|partnere?|actors?)$/],
];

/** What must be there for a row to be an initiative. */
const NEEDED = ["kommune", "title"] as const satisfies readonly Column[];

export interface SheetRow {
  /** As the spreadsheet numbers its rows: the headings are row 1. */
  readonly number: number;
  readonly initiative: FileInitiative;
}
/** The sheet cannot be read at all: these headings are not in its first row. */
export interface MissingHeadings {
  readonly missing: readonly Column[];
}

/** Every row that holds anything, as it stands; whether it is good enough is not asked here. */
export function rowsOfSheet(cells: readonly (readonly string[])[]): readonly SheetRow[] | MissingHeadings {
  const columns = (cells[0] ?? []).map(columnOf);
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) return { missing };
  return cells.flatMap((row, index) =>
    index === 0 || row.every((cell) => cell.trim() === "")
      ? []
      : [{ number: index + 1, initiative: initiativeOfRow(row, columns, index + 1) }],
  );
}

const columnOf = (heading: string): Column | null => {
  const wanted = heading.normalize("NFC").trim().toLowerCase();
  return HEADINGS.find(([, pattern]) => pattern.test(wanted))?.[0] ?? null;
};

function initiativeOfRow(row: readonly string[], columns: readonly (Column | null)[], number: number): FileInitiative {
  const cell = (column: Column) => row[columns.indexOf(column)]?.normalize("NFC").trim() ?? "";
  const year = /\b(?:19|20)\d\d\b/.exec(cell("startYear"));
  return {
    id: cell("id") || `#${number}`,
    kommune: cell("kommune"),
    title: cell("title"),
    description: cell("description"),
    professions: listed(cell("professions")),
    theme: listed(cell("theme"))[0] ?? "",
    activity: listed(cell("activity"))[0] ?? "",
    phase: cell("phase"),
    department: cell("department"),
    startYear: year === null ? null : Number(year[0]),
    actors: listed(cell("actors")).map((name) => ({ name, type: "" })),
  };
}

/** By line, bar or semicolon; by comma only where none of them stands, because names hold commas too. */
const listed = (cell: string): string[] =>
  cell
    .split(/[;|\n]/.test(cell) ? /[;|\n]/ : /,/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
