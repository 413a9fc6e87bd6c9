import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** A Chromium that is on this machine: the one of CHROMIUM, one in PATH, else Playwright's. */
function findChromium(): string | null {
  const inPath = (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const candidates = [process.env.CHROMIUM ?? "", ...inPath, chromium.executablePath()];
  return candidates.find((file) => file !== "" && isExecutable(file)) ?? null;
}

/** The same, and where there is none and we may, it is taken from the system's packages. Throws with one clear line. */
export function getChromium(): string {
  const found = findChromium();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    process.stdout.write("Fetching Chromium from the system's packages…\n");
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]])
      spawnSync("apt-get", ["-qq", ...args], {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The tests in a browser need Chromium: install it (Debian: apt-get install chromium), run npx playwright-core install chromium, or set CHROMIUM to its path.",
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
