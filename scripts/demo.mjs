// @ts-check
/** `npm run demo`: from a fresh clone to a running, seeded product. */
import { spawn } from "node:child_process";
import { buildWhenStale } from "./build.mjs";
import { ensureInstalled } from "./ensure.mjs";
import { followChild, isEmpty, isPortFree, localEnvironment } from "./installation.mjs";
import { root, run, say, stop } from "./run.mjs";

const environment = { NODE_ENV: "production", DEMO: "1", ...localEnvironment() };
const origin = process.env["APP_ORIGIN"] ?? `http://localhost:${environment.PORT}`;
const busy = `Port ${environment.PORT} is in use. Choose another one: PORT=3001 npm run demo`;

if (!(await isPortFree(environment))) stop(busy);
await ensureInstalled();
await buildWhenStale();
if (isEmpty(environment)) {
  say("Seeding the demo …");
  const code = await run(process.execPath, ["build/cli.js", "seed", "demo"], environment);
  if (code !== 0) stop("The demo was not seeded.");
}

const server = spawn(process.execPath, ["build/server/index.js"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ...environment },
});
followChild(server);
await untilReady();
say(`
Sammenspil is running: ${origin}
Sign in: open ${origin}/sign-in and click one of the demo's people; no password is needed.
Stop it with Ctrl C. The data stays in ${environment.DATA_DIR}.
`);

async function untilReady() {
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function isReady() {
  try {
    return (await fetch(`http://${environment.HOST}:${environment.PORT}/readyz`)).ok;
  } catch {
    return false; // Not listening yet.
  }
}
