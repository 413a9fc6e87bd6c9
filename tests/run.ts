// npm test: builds what is stale, finds a Chromium, runs the tests, and says at the end how many passed and failed.
// With --faults: those that kill things for minutes. Further words choose test files.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { getChromium } from "./support/chromium";

const REPORT = path.resolve(".cache/test-report.json");
const words = process.argv.slice(2).filter((word) => word !== "--faults");
const projects = process.argv.includes("--faults") ? ["faults"] : ["code", "browser"];

run(["--import", "tsx", "app/commands/build.ts", "--if-stale"]);
const browser = projects.includes("browser") ? { CHROMIUM: chromiumOrEnd() } : {};

rmSync(REPORT, { force: true });
const status = run(
  [
    ...["node_modules/vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json"],
    `--outputFile.json=${REPORT}`,
    ...projects.map((project) => `--project=${project}`),
    ...words,
  ],
  browser,
);
const { passed, failed } = count();
finish(passed, failed === 0 && (status !== 0 || passed === 0) ? 1 : failed);

function run(args: string[], env = {}): number {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0 && args.includes("app/commands/build.ts")) finish(0, 1);
  return status ?? 1;
}

function chromiumOrEnd(): string {
  try {
    return getChromium();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return finish(0, 1);
  }
}

type Report = { numPassedTests: number; testResults: { status: string; assertionResults: { status: string }[] }[] };

/** A file that fails as a whole, before its first test, counts as one failure. */
function count() {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
  const failures = report.testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === "failed").length;
    return failed === 0 && status === "failed" ? 1 : failed;
  });
  return { passed: report.numPassedTests, failed: failures.reduce((sum, number) => sum + number, 0) };
}

function finish(passed: number, failed: number): never {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
