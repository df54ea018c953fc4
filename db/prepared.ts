import type { Database } from "./client.ts";

/** A statement that runs so often that building it each time would cost more than running it: prepared once a database. */
export function prepared<T>(prepare: (db: Database) => T): (db: Database) => T {
  const known = new WeakMap<Database, T>();
  return (db) => {
    const found = known.get(db) ?? prepare(db);
    known.set(db, found);
    return found;
  };
}
