import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What asks a running portal over the network. */
const withPortal = ["tests/browser/**/*.test.ts", "tests/platform/server*.test.ts", "tests/matrix/**/*.test.ts"];

/**
 * Three kinds of tests: those of the code, on a database per worker; then those of the running portal, mostly in a browser;
 * and, only when asked for, those that kill things for minutes.
 */
export default defineConfig({
  root: here(".."),
  resolve: { alias: { "~": here("../app"), "#tests": here(".") } },
  esbuild: { jsx: "automatic" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...withPortal, "tests/faults/**"],
          globalSetup: [here("support/postgres.ts")],
          setupFiles: [here("support/env.ts")],
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: withPortal,
          globalSetup: [here("support/portal.ts")],
          setupFiles: [here("support/env.ts")],
          pool: "forks",
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          setupFiles: [here("support/env.ts")],
          pool: "forks",
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 600_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
