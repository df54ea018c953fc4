/**
 * A process of its own: a search engine given the same job. An initiative is edited, and everything that has a word in
 * common with it is asked for, best first: what a check made of it would do. Prints what it measured as JSON.
 */
import Sqlite from "better-sqlite3";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import { stem, tokenise } from "#domain/synergy/normalise.ts";
import type { SynergyInitiative } from "#domain/synergy/types.ts";
import { edited, manyInitiatives } from "./corpus.ts";

export interface PeerFigures {
  readonly buildMs: number;
  readonly residentMb: number;
  readonly editMs: readonly number[];
  readonly queryMs: readonly number[];
}

/** As many as the check compares. */
const WANTED = 200;

interface Row {
  readonly id: number;
  readonly text: string;
}

interface Peer {
  add(row: Row): void;
  replace(row: Row): void;
  /** @returns how many were found */
  ask(text: string): number;
}

const stems = (text: string): string[] => tokenise(text).map((token) => stem(token.text));

function minisearch(): Peer {
  const index = new MiniSearch<Row>({ fields: ["text"], tokenize: stems });
  return {
    add: (row) => index.add(row),
    replace: (row) => index.replace(row),
    ask: (text) => index.search(text, { combineWith: "OR" }).slice(0, WANTED).length,
  };
}

function flexsearch(): Peer {
  const index = new Document({ document: { id: "id", index: [{ field: "text", encode: stems }] } });
  return {
    add: (row) => void index.add(row.id, { ...row }),
    replace: (row) => void index.update(row.id, { ...row }),
    ask: (text) => {
      const [found] = index.search(text, { suggest: true, limit: WANTED }) as { result: unknown[] }[];
      return found?.result.length ?? 0;
    },
  };
}

function fts5(): Peer {
  const db = new Sqlite(":memory:");
  db.exec("create virtual table text using fts5(stems, tokenize = 'unicode61 remove_diacritics 0')");
  const add = db.prepare("insert into text (rowid, stems) values (?, ?)");
  const remove = db.prepare("delete from text where rowid = ?");
  const ask = db.prepare("select rowid from text where text match ? order by bm25(text) limit ?");
  const put = ({ id, text }: Row) => add.run(id + 1, stems(text).join(" "));
  return {
    add: put,
    replace: db.transaction((row: Row) => {
      remove.run(row.id + 1);
      put(row);
    }),
    ask: (text) => {
      const words = [...new Set(stems(text))].map((word) => `"${word}"`);
      return ask.all(words.join(" OR "), WANTED).length;
    },
  };
}

const PEERS: Readonly<Record<string, () => Peer>> = { minisearch, flexsearch, fts5 };
const [, , name = "", countText, roundsText] = process.argv;
const count = Number(countText);
const rounds = Number(roundsText);
const peer = PEERS[name]?.();
if (peer === undefined) throw new Error(`There is no peer ${name}.`);
const textOf = ({ title, description }: SynergyInitiative): string => `${title}. ${description}`;

const begun = performance.now();
let id = 0;
for (const initiative of manyInitiatives(count)) peer.add({ id: id++, text: textOf(initiative) });
const buildMs = performance.now() - begun;
const residentMb = process.memoryUsage().rss / 2 ** 20;
const stride = Math.floor(count / rounds);
const chosen = [...manyInitiatives(count)].filter((_, index) => index % stride === 0).slice(0, rounds);
const editMs: number[] = [];
const queryMs: number[] = [];
for (const [round, initiative] of chosen.entries()) {
  const text = textOf(edited(initiative, round));
  const before = performance.now();
  peer.replace({ id: round * stride, text });
  const between = performance.now();
  if (peer.ask(text) === 0) throw new Error(`${name} finds nothing.`);
  const after = performance.now();
  editMs.push(after - before);
  queryMs.push(after - between);
}
const figures: PeerFigures = { buildMs, residentMb, editMs, queryMs };
process.stdout.write(JSON.stringify(figures));
