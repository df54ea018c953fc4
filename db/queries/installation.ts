/** Facts about the installation itself. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { installation } from "#db/schema/installation.ts";

/**
 * - `demo`: made by `seed`; served only where DEMO=1.
 * - `server`: whether the last server on this database has stopped in order.
 * - `checked`: fingerprint of what the stored findings are about; absent while a server may be changing them.
 * - `probe`: when the database was last found writable.
 * - `scrub`: what is still to be done so that the file holds nothing of what was erased.
 */
interface Facts {
  demo: "1";
  server: "running" | "stopped";
  checked: string;
  probe: string;
  scrub: "index" | "vacuum" | "log";
}

export async function readFact<K extends keyof Facts>(db: Database, key: K): Promise<Facts[K] | null> {
  const found = db.select().from(installation).where(eq(installation.key, key)).get();
  return (found?.value as Facts[K] | undefined) ?? null;
}

export async function writeFact<K extends keyof Facts>(db: Database, key: K, value: Facts[K]): Promise<void> {
  putFact(db, key, value);
}

/** For a query that writes it in its own transaction. */
export function putFact<K extends keyof Facts>(db: Database, key: K, value: Facts[K]): void {
  db.insert(installation).values({ key, value }).onConflictDoUpdate({ target: installation.key, set: { value } }).run();
}

export async function removeFact(db: Database, key: keyof Facts): Promise<void> {
  db.delete(installation).where(eq(installation.key, key)).run();
}
