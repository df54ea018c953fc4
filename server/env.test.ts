import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EnvError, readCommandLineEnv, readEnv } from "./env.ts";
import { DEFAULT_LIMITS } from "./limit-settings.ts";

const SECRET = "a secret of at least thirty-two bytes";
const PRODUCTION = { APP_ORIGIN: "https://sammenspil.example.dk", SESSION_SECRET: SECRET };

const problemsOf = (variables: Record<string, string>): string[] => {
  try {
    readEnv(variables);
    return [];
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return error.message.split("\n").map((line) => line.split(" ")[0] ?? "");
  }
};

test("production needs an address and a secret, and names what is missing in one go", () => {
  expect(problemsOf({})).toEqual(["APP_ORIGIN", "SESSION_SECRET"]);
  expect(problemsOf({ ...PRODUCTION, SESSION_SECRET: "short" })).toEqual(["SESSION_SECRET"]);
  expect(problemsOf(PRODUCTION)).toEqual([]);
});

test("the rest has the defaults of the manual", () => {
  expect(readEnv(PRODUCTION)).toMatchObject({
    production: true,
    demo: false,
    host: "127.0.0.1",
    port: 3000,
    origin: "https://sammenspil.example.dk",
    smtpUrl: null,
    metricsToken: null,
    accessibilityStatementUrl: null,
    minFreeMb: 200,
    rates: DEFAULT_LIMITS,
  });
});

test("every variable that cannot be used is named", () => {
  const wrong = {
    ...PRODUCTION,
    PORT: "http",
    APP_ORIGIN: "sammenspil.example.dk",
    SMTP_URL: "https://mail",
    ACCESSIBILITY_STATEMENT_URL: "javascript:alert(1)",
    MIN_FREE_MB: "much",
    LIMITS: "none",
    SECURITY_CONTACT: "security@example.dk",
    TRUSTED_PROXIES: "10.0.0.1, proxy.example.dk",
  };
  expect(problemsOf(wrong).sort()).toEqual(
    [
      "ACCESSIBILITY_STATEMENT_URL",
      "APP_ORIGIN",
      "LIMITS",
      "MIN_FREE_MB",
      "PORT",
      "SMTP_URL",
      "SECURITY_CONTACT",
      "TRUSTED_PROXIES",
    ].sort(),
  );
});

test("an address is kept without path and slash, an empty variable counts as none", () => {
  const env = readEnv({
    ...PRODUCTION,
    APP_ORIGIN: "https://sammenspil.example.dk/",
    SMTP_URL: "",
    METRICS_TOKEN: " ",
  });
  expect(env.origin).toBe("https://sammenspil.example.dk");
  expect(env.smtpUrl).toBeNull();
  expect(env.metricsToken).toBeNull();
});

test("several proxies are read, with or without spaces", () => {
  const { proxies } = readEnv({ ...PRODUCTION, TRUSTED_PROXIES: "10.0.0.1,192.168.0.0/16, fd00::1" });
  expect(["10.0.0.1", "192.168.7.7", "fd00::1", "10.0.0.2"].map(proxies)).toEqual([true, true, true, false]);
  expect(readEnv(PRODUCTION).proxies("127.0.0.1")).toBe(false);
});

test("the demo makes its secret once and keeps it for its owner; its address follows the port", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "env-"));
  const demo = { DEMO: "1", DATA_DIR: dataDir, PORT: "3001" };
  const first = readEnv(demo);
  expect(first.origin).toBe("http://localhost:3001");
  expect(Buffer.byteLength(first.sessionSecret)).toBeGreaterThanOrEqual(32);
  expect(readEnv(demo).sessionSecret).toBe(first.sessionSecret);
  expect(readFileSync(join(dataDir, "session-secret"), "utf8")).toBe(first.sessionSecret);
  expect(statSync(join(dataDir, "session-secret")).mode & 0o777).toBe(0o600);
});

test("limits are lifted on this machine only", () => {
  expect(readEnv({ ...PRODUCTION, LIMITS: "unbounded" }).rates).toBe("unbounded");
  expect(problemsOf({ ...PRODUCTION, LIMITS: "unbounded", HOST: "0.0.0.0" })).toEqual(["LIMITS=unbounded"]);
});

test("the command line works without the server's secret and leaves none behind", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "env-"));
  const env = readCommandLineEnv({ DATA_DIR: dataDir });
  expect(Buffer.byteLength(env.sessionSecret)).toBeGreaterThanOrEqual(32);
  expect(() => statSync(join(dataDir, "session-secret"))).toThrow();
});

test("limits are the usual ones but for those that LIMITS names", () => {
  const rates = (LIMITS: string) => readEnv({ ...PRODUCTION, LIMITS }).rates;
  const set = { ...DEFAULT_LIMITS, "sockets-per-board": 300, sockets: 2_000 };
  expect(rates("sockets-per-board=300, sockets=2000")).toEqual(set);
  for (const wrong of ["sockets", "sockets=0", "sockets=many", "boards=3", "sockets=2000;boards=3", "toString=1"]) {
    expect(problemsOf({ ...PRODUCTION, LIMITS: wrong }), wrong).toHaveLength(1);
  }
});
