/** What was told of a pair, in one number: a pair with the same one need not be told again. */
import { hashOf } from "./content-hash.ts";
import type { ShownPair } from "./types.ts";

/** Marks of a pair of which nothing was told, and of one that was told before the engine began. */
export const NOTHING_TOLD = 0;
export const NOT_JUDGED = 1;

/** A finding with the same mark has not changed: where its reasons stand follows from the texts, which the hashes tell. */
export function markOf({ kind, scores, reasons, aHash, bHash }: ShownPair): number {
  let said = `${kind} ${scores[kind]} ${aHash} ${bHash}`;
  for (const { code, weight, params } of reasons) {
    said += ` ${code}:${weight}`;
    for (const name in params) said += `:${params[name]}`;
  }
  return Math.max(hashOf(said), NOT_JUDGED + 1);
}
