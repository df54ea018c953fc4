/** The two files that `check` reads: the JSON of score.mjs, and a spreadsheet saved as CSV. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { FileInitiative } from "#domain/synergy/initiative-file.ts";
import { rowsOfSheet } from "#domain/synergy/initiative-sheet.ts";
import { refused } from "./command.ts";

export interface CheckedFile {
  readonly rows: ReadonlyMap<string, FileInitiative>;
  /** One sentence for each row that cannot be checked, with its number. */
  readonly problems: readonly string[];
}
interface NumberedRow {
  readonly number: number;
  readonly row: unknown;
}

const words = z.array(z.string()).default([]);
const needed = z
  .string({ error: ({ input }) => (input === undefined ? "is missing" : "is no text") })
  .min(1, "is missing");

/** Empty fields are common in real lists; only what names and tells an initiative must be there. */
const rowShape = z.object({
  id: needed,
  kommune: needed,
  title: needed,
  description: z.string().default(""),
  professions: words,
  theme: z.string().default(""),
  activity: z.string().default(""),
  phase: z.string().default(""),
  department: z.string().default(""),
  startYear: z.number().int().nullable().default(null),
  actors: z.array(z.object({ name: z.string(), type: z.string().default("") })).default([]),
});
const fileShape = z.object({ initiatives: z.array(z.unknown()) });

/** JSON's rows are counted from 1; a spreadsheet's are numbered as the spreadsheet numbers them. */
export function readCheckedFile(path: string): CheckedFile {
  const bytes = readBytes(path);
  const isCsv = /\.(csv|txt|tsv)$/i.test(path);
  if (!isCsv && bytes.subarray(0, 2).toString("latin1") === "PK")
    throw refused(`${path} is an Excel file. Save it as CSV and check that file.`);
  return goodRows(isCsv ? rowsOfCsv(path, textOf(bytes)) : rowsOfJson(path, textOf(bytes)));
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw refused(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Excel writes UTF-8, UTF-16 ("Unicode text") or the old Windows letters, by which entry of "Save as" was chosen. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function rowsOfJson(path: string, text: string): NumberedRow[] {
  const file = fileShape.safeParse(jsonOf(path, text));
  if (!file.success) throw refused('The file must be an object with a list named "initiatives".');
  return file.data.initiatives.map((row, index) => ({ number: index + 1, row }));
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

function rowsOfCsv(path: string, text: string): NumberedRow[] {
  const rows = rowsOfSheet(cellsOf(path, text));
  if ("missing" in rows)
    throw refused(`The first row of ${path} must name the columns; there is none for: ${rows.missing.join(", ")}.`);
  return rows.map(({ number, initiative }) => ({ number, row: initiative }));
}

function cellsOf(path: string, text: string): string[][] {
  try {
    const delimiter = delimiterOf(text);
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    throw refused(`${path} cannot be read as CSV: ${(error as Error).message}`);
  }
}

/** What stands most often in the row of headings. */
function delimiterOf(text: string): string {
  const headings = text.split(/\r?\n/, 1)[0] ?? "";
  const times = (mark: string) => headings.split(mark).length;
  return [";", "\t", ","].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

function goodRows(numbered: readonly NumberedRow[]): CheckedFile {
  const rows = new Map<string, FileInitiative>();
  const problems: string[] = [];
  for (const { number, row: raw } of numbered) {
    const row = rowShape.safeParse(raw);
    if (!row.success) problems.push(`Row ${number}: ${describe(row.error)}`);
    else if (rows.has(row.data.id)) problems.push(`Row ${number}: the id ${row.data.id} is used before.`);
    else rows.set(row.data.id, row.data);
  }
  return { rows, problems };
}

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`)).join("; ");
