/** What was told of a pair, in one number: a pair with the same one need not be told again. */
import { hashOf } from "./content-hash.ts";
import type { ShownPair } from "./types.ts";

/** Marks of a pair of which nothing was told, and of one that was told before the engine began. */
export const NOTHING_TOLD = 0;
export const NOT_JUDGED = 1;

/** Weights are told with two decimals. */
const PER_POINT = 100;

/** A finding with the same mark has not changed: where its reasons stand follows from the texts, which the hashes tell. */
export function markOf({ kind, scores, reasons, aHash, bHash }: ShownPair): number {
  let mark = hashOf(`${kind} ${scores[kind]} ${aHash} ${bHash}`);
  for (const { code, weight, params } of reasons) {
    mark = hashOf(code, mark ^ Math.round(weight * PER_POINT));
    for (const name in params) mark = hashOf(params[name] as string, mark);
  }
  return Math.max(mark >>> 0, NOT_JUDGED + 1);
}
