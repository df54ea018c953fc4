// @ts-check
/** `npm run bench`: the budgets with what was measured on this machine. */
import { buildWhenStale } from "./build.mjs";
import { ensureInstalled } from "./ensure.mjs";
import { run } from "./run.mjs";

await ensureInstalled();
await buildWhenStale();
process.exit(await run(process.execPath, ["--import", "tsx", "bench/bench.ts", ...process.argv.slice(2)]));
