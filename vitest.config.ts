import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{domain,db,app,server,scripts}/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          // Vitest would leave one core free for itself, of two.
          maxWorkers: availableParallelism(),
          // A machine that does other things besides is no failure.
          testTimeout: 30_000,
        },
      },
      { test: { name: "realtime", include: ["tests/realtime/**/*.test.ts"], testTimeout: 20_000 } },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: "tests/e2e/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 30_000,
          fileParallelism: false,
          maxConcurrency: 3,
        },
      },
    ],
  },
});
