/** Holds the lock of a data folder until it is killed. */
import { lockDataDir } from "#server/lock.ts";

lockDataDir(process.argv[2] ?? "");
process.send?.("locked");
setInterval(() => undefined, 1_000);
