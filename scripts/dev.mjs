// @ts-check
/** `npm run dev`: the demo on the sources, with reload while they are edited. */
import { spawn } from "node:child_process";
import { ensureInstalled } from "./ensure.mjs";
import { followChild, isEmpty, isPortFree, localEnvironment } from "./installation.mjs";
import { root, run, say, stop } from "./run.mjs";

const environment = { NODE_ENV: "development", DEMO: "1", ...localEnvironment() };

if (!(await isPortFree(environment)))
  stop(`Port ${environment.PORT} is in use. Choose another one: PORT=3001 npm run dev`);
await ensureInstalled();
if (isEmpty(environment)) {
  const code = await run(process.execPath, ["--import", "tsx", "server/cli.ts", "seed", "demo"], environment);
  if (code !== 0) stop("The demo was not seeded.");
}
say(`Starting at http://localhost:${environment.PORT} …`);
followChild(
  spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "watch", "server/index.ts"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  }),
);
