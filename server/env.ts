/** The environment, read and checked once. Everything else is handed what it uses. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { isProxyName, type Proxies, proxiesNamed } from "./client-address.ts";
import { DEFAULT_LIMITS, type LimitSettings, readLimitSettings } from "./limit-settings.ts";

const LOOPBACK_HOSTS = ["127.0.0.1", "::1", "localhost"];
const SECRET_BYTES = 32;
const ORIGIN_MISSING = "APP_ORIGIN is required: the public address";

export interface Env {
  readonly production: boolean;
  /** Serves a database that `seed demo` or `seed load` made. */
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Public address, without a slash at the end. */
  readonly origin: string;
  /** False where the address is assumed, for want of APP_ORIGIN. */
  readonly isOriginGiven: boolean;
  readonly sessionSecret: string;
  /** Whose X-Forwarded-For is believed. */
  readonly proxies: Proxies;
  readonly smtpUrl: string | null;
  readonly metricsToken: string | null;
  readonly accessibilityStatementUrl: string | null;
  /** Where a weakness is reported, as an address. */
  readonly securityContact: string | null;
  /** Writes are refused when the disk of `dataDir` has less free space, in MB. */
  readonly minFreeMb: number;
  /** How often and how many; `unbounded` lifts these limits, for measuring. */
  readonly rates: LimitSettings | "unbounded";
}

/** What is wrong with the environment, one line a variable. */
export class EnvError extends Error {}

const optional = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .nullable()
  .default(null);

const webAddress = optional.refine((text) => text === null || isWebAddress(text), "must be a http or https address");

const VARIABLES = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("production"),
  DEMO: z.enum(["0", "1", ""], "must be 1 or 0").default("0"),
  HOST: z.string().trim().min(1, "must be an address to listen on").default("127.0.0.1"),
  PORT: z.coerce.number("must be a number").int("must be a whole number").min(0).max(65_535).default(3000),
  DATA_DIR: z.string().trim().min(1, "must be a folder").default("./data"),
  APP_ORIGIN: webAddress,
  SESSION_SECRET: optional.refine(
    (text) => text === null || Buffer.byteLength(text) >= SECRET_BYTES,
    `must be at least ${SECRET_BYTES} bytes; make one with: openssl rand -base64 48`,
  ),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((names) => names.split(",").flatMap((name) => name.trim() || []))
    .refine((names) => names.every(isProxyName), "must be addresses or networks such as 10.0.0.0/8, by comma"),
  SMTP_URL: optional.refine(
    (text) => text === null || /^smtps?:\/\//.test(text),
    "must begin with smtp:// or smtps://",
  ),
  METRICS_TOKEN: optional,
  ACCESSIBILITY_STATEMENT_URL: webAddress,
  SECURITY_CONTACT: optional.refine(
    (text) => text === null || /^(mailto:|https:\/\/)\S+$/.test(text),
    "must begin with mailto: or https://",
  ),
  MIN_FREE_MB: z.coerce.number("must be a number").min(0).default(200),
  LIMITS: z
    .string()
    .default("")
    .transform((text) => (text === "unbounded" ? text : readLimitSettings(text)))
    .refine(
      (rates) => rates !== null,
      "must be such as sockets-per-board=300, by comma; docs/operations.md has the names",
    ),
});

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the server's environment.
 *
 * @throws EnvError with one line for each variable that is missing or wrong
 */
export function readEnv(variables: Variables): Env {
  const data = parse(variables);
  const strict = data.NODE_ENV === "production" && data.DEMO !== "1";
  const missing = [
    strict && data.APP_ORIGIN === null && `${ORIGIN_MISSING}, such as https://sammenspil.example.dk`,
    strict && data.SESSION_SECRET === null && `SESSION_SECRET is required: at least ${SECRET_BYTES} bytes`,
    data.LIMITS === "unbounded" &&
      !LOOPBACK_HOSTS.includes(data.HOST) &&
      "LIMITS=unbounded is for measuring and only accepted on a loopback HOST",
  ].filter((problem) => problem !== false);
  if (missing.length > 0) throw new EnvError(missing.join("\n"));
  return toEnv(data, (dataDir) => data.SESSION_SECRET ?? keptSecret(dataDir));
}

/**
 * What the command line needs of it. It works on a data folder without knowing the server's secret, which only signs
 * cookies; what leads to the pages needs APP_ORIGIN.
 */
export const readCommandLineEnv = (variables: Variables): Env =>
  toEnv(parse(variables), () => randomBytes(SECRET_BYTES).toString("base64url"));

function parse(variables: Variables): z.output<typeof VARIABLES> {
  const read = VARIABLES.safeParse(variables);
  if (!read.success) {
    throw new EnvError(read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("\n"));
  }
  return read.data;
}

function toEnv(data: z.output<typeof VARIABLES>, secretIn: (dataDir: string) => string): Env {
  const dataDir = resolve(data.DATA_DIR);
  return {
    production: data.NODE_ENV === "production",
    demo: data.DEMO === "1",
    host: data.HOST,
    port: data.PORT,
    dataDir,
    isOriginGiven: data.APP_ORIGIN !== null,
    origin: new URL(data.APP_ORIGIN ?? `http://localhost:${data.PORT}`).origin,
    sessionSecret: secretIn(dataDir),
    proxies: proxiesNamed(data.TRUSTED_PROXIES),
    smtpUrl: data.SMTP_URL,
    metricsToken: data.METRICS_TOKEN,
    accessibilityStatementUrl: data.ACCESSIBILITY_STATEMENT_URL,
    securityContact: data.SECURITY_CONTACT,
    minFreeMb: data.MIN_FREE_MB,
    rates: data.LIMITS ?? DEFAULT_LIMITS,
  };
}

/** The demo's and the developer's own secret, made once and kept beside the database. */
function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "session-secret");
  try {
    // "wx" fails where the file exists, so that two processes starting at once agree on one secret.
    writeFileSync(file, randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}
