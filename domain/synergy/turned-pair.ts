import { turned } from "./explain.ts";
import type { ShownPair } from "./types.ts";

/** The same pair with its second initiative first. */
export const turnedPair = (pair: ShownPair): ShownPair => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  aHash: pair.bHash,
  bHash: pair.aHash,
  reasons: turned(pair.reasons),
});
