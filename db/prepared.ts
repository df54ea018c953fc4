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

const transaction = prepared((db) => db.$client.transaction((work: () => unknown) => work()));

/**
 * Runs `work`, which does not wait for anything, in one transaction. Drizzle's own is built anew each time, which costs more than
 * a small commit itself.
 */
export const inTransaction = <T>(db: Database, work: () => T): T => transaction(db)(work) as T;
