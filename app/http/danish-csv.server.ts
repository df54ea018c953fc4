import { stringify } from "csv-stringify/sync";

export type CsvTable = readonly (readonly (string | number)[])[];

/**
 * A file that Danish Excel opens by a double click: semicolons, CRLF and a byte order mark; numbers stay numbers with a
 * decimal comma; text that Excel would run as a formula gets an apostrophe in front.
 */
export const toDanishCsv = (table: CsvTable): string =>
  stringify(
    table.map((row) => [...row]),
    {
      bom: true,
      delimiter: ";",
      record_delimiter: "\r\n",
      escape_formulas: true,
      cast: { number: (value) => String(value).replace(".", ",") },
    },
  );
