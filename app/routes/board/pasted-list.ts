/** "Indsæt liste": cells or lines from anywhere become initiatives; which column is which is guessed and can be changed. */
import type { InitiativeStatus } from "#domain/initiative.ts";
import { statusOfWord } from "#domain/status-words.ts";

export type ListColumn = "title" | "description" | "status" | "ignored";

export interface PastedList {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly ListColumn[];
  /** The first row names the columns and is no initiative. */
  readonly hasHeader: boolean;
}

export interface ListedInitiative {
  readonly title: string;
  readonly description: string;
  readonly status: InitiativeStatus;
}

const HEADERS: readonly (readonly [ListColumn, RegExp])[] = [
  ["title", /^(titel|title|navn|name|overskrift|indsats(ens navn)?|initiativ|initiative|tiltag)$/],
  ["description", /^(beskrivelse|description|tekst|text|noter?|notes?|indhold|resum[eé]|kort beskrivelse)$/],
  ["status", /^(status|fase|phase|trin|stadie|lane|kolonne)$/],
];

const headerOf = (cell: string): ListColumn | null => {
  const wanted = cell.normalize("NFC").trim().toLowerCase();
  return HEADERS.find(([, pattern]) => pattern.test(wanted))?.[0] ?? null;
};

/** Excel puts tabs between cells; a file saved for Danish Excel has semicolons. Plain lines have neither. */
export function delimiterOf(text: string): "\t" | ";" | null {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
  if (first.includes("\t")) return "\t";
  return first.includes(";") && text.split(/\r?\n/).filter((line) => line.includes(";")).length > 1 ? ";" : null;
}

/** Without a delimiter each line is a title; marks of a list ("- ", "• ", "1. ") go. */
export const linesAsRows = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–•·*o§]|\d{1,3}[.)])\s+/, "").trim())
    .filter((line) => line !== "")
    .map((line) => [line]);

/** Guesses the columns by the words of the first row, and without such words by what stands in them. */
export function guessColumns(rows: readonly (readonly string[])[]): PastedList {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const named = (filled[0] ?? []).map(headerOf);
  if (named.includes("title")) {
    return { rows: filled, hasHeader: true, columns: onceEach(named.map((column) => column ?? "ignored")) };
  }
  return { rows: filled, hasHeader: false, columns: byContent(filled) };
}

function byContent(rows: readonly (readonly string[])[]): ListColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const isStatus = (column: number) => {
    const cells = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
    return cells.length > 0 && cells.every((cell) => cell.length < 24 && statusOfWord(cell) !== null);
  };
  const status = width > 1 ? Array.from({ length: width }, (_, column) => column).find(isStatus) : undefined;
  const others = Array.from({ length: width }, (_, column) => column).filter((column) => column !== status);
  return Array.from({ length: width }, (_, column) => {
    if (column === status) return "status";
    if (column === others[0]) return "title";
    return column === others[1] ? "description" : "ignored";
  });
}

const onceEach = (columns: readonly ListColumn[]): ListColumn[] =>
  columns.map((column, at) => (columns.indexOf(column) === at ? column : "ignored"));

/** The same list with one column read as something else; what was read so before is then ignored. */
export const withColumn = (list: PastedList, at: number, column: ListColumn): PastedList => ({
  ...list,
  columns: list.columns.map((each, index) => (index === at ? column : each === column ? "ignored" : each)),
});

/** The initiatives of the list; rows without a title are left out. */
export function listedInitiatives({ rows, columns, hasHeader }: PastedList): ListedInitiative[] {
  const cell = (row: readonly string[], column: ListColumn) =>
    row[columns.indexOf(column)]?.normalize("NFC").trim() ?? "";
  return rows.slice(hasHeader ? 1 : 0).flatMap((row) => {
    const title = cell(row, "title");
    if (title === "") return [];
    return [{ title, description: cell(row, "description"), status: statusOfWord(cell(row, "status")) ?? "idea" }];
  });
}
