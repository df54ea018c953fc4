/** What SQLite itself says of a database file. */
import type Sqlite from "better-sqlite3";

export interface FileProblem {
  readonly kind: "integrity" | "foreign-key";
  readonly subject: string;
  readonly detail: string;
}

/** Damage, and rows that refer to what is not there. */
export const fileProblems = (client: Sqlite.Database): FileProblem[] => [...integrity(client), ...foreignKeys(client)];

function integrity(client: Sqlite.Database): FileProblem[] {
  const lines = client.pragma("integrity_check") as { integrity_check: string }[];
  return lines.flatMap(({ integrity_check: detail }) =>
    detail === "ok" ? [] : [{ kind: "integrity", subject: "database", detail }],
  );
}

function foreignKeys(client: Sqlite.Database): FileProblem[] {
  const rows = client.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
  return rows.map(({ table, rowid, parent }) => ({
    kind: "foreign-key",
    subject: `${table} ${rowid}`,
    detail: `has no ${parent}`,
  }));
}
