import { EnvError, readEnv } from "./env.ts";
import { EXIT, ExitError } from "./exit.ts";
import { createLogger } from "./log.ts";
import { startServer } from "./start.ts";

const STOP_WITHIN_MS = 10_000;

const variables = process.env;
// Packages read it too.
variables["NODE_ENV"] ??= "production";
const log = createLogger();
let stopping = false;

try {
  const env = readEnv(variables);
  if (env.rates === "unbounded")
    log.warn("LIMITS=unbounded: rates, sockets and sign-ins are not limited. For measuring only.");
  const starting = startServer(env, log);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(starting));
  const server = await starting;
  log.info({ address: env.origin, port: server.port, dataDir: env.dataDir }, "listening");
} catch (error) {
  process.exitCode = explain(error);
  process.exit();
}

/** A second signal changes nothing: Ctrl C reaches us from the terminal and again from the script that started us. */
async function stop(starting: Promise<{ stop(): Promise<void> }>): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info("stopping");
  setTimeout(() => {
    log.error("did not stop in time");
    process.exit(EXIT.refused);
  }, STOP_WITHIN_MS).unref();
  await (await starting).stop();
  process.exit(EXIT.done);
}

/** A sentence for what the operator can change; the whole error for what they cannot. */
function explain(error: unknown): number {
  if (error instanceof EnvError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.unusable;
  }
  if (error instanceof ExitError) {
    process.stderr.write(`${error.message}\n`);
    return error.code;
  }
  log.fatal({ err: error }, "could not start");
  return EXIT.refused;
}
