/** What a server under test is told. DEMO=1 is harmless for a database that is none: the demo is marked inside it. */
export function environment({ dataDir, port }: { dataDir: string; port: number }): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    SESSION_SECRET: "only for tests, which is why it may be written down here",
    DEMO: "1",
  };
}
