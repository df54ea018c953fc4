/** A database file that the disk has spoilt. */
import { readFileSync, writeFileSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** Adds a table with this many kilobytes, so that there is something to copy or to spoil. */
export function addBulk(client: Sqlite.Database, kilobytes: number): void {
  client.exec("create table bulk (x)");
  const add = client.prepare("insert into bulk values (randomblob(1000))");
  client.transaction(() => {
    for (let added = 0; added < kilobytes; added++) add.run();
  })();
}

/** Overwrites a page in the middle of a table; no other process may have the file open. */
export function spoilPage(file: string, table: string): void {
  const client = new Sqlite(file);
  const page = client
    .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' limit 1 offset 3")
    .pluck()
    .get(table) as number;
  const size = client.pragma("page_size", { simple: true }) as number;
  client.pragma("wal_checkpoint(TRUNCATE)");
  client.close();
  writeFileSync(file, readFileSync(file).fill(0xff, (page - 1) * size, page * size));
}
