// npm run build: the Prisma client, the pages, the short scripts and the workers. With --if-stale only when something
// changed; with --for-development without the pages, which `remix dev` then builds and builds again.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { buildSync } from "esbuild";

const STAMP = "build/stamp";
const SOURCES = ["app", "prisma/schema.prisma", "prisma/config.ts", "remix.config.js", "package-lock.json", "tsconfig.json"];

const stamp = stampOf(SOURCES);
const isFresh = existsSync("app/generated/prisma") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp;
if (!(process.argv.includes("--if-stale") && isFresh)) build(process.argv.includes("--for-development"));

function build(forDevelopment: boolean) {
  const started = Date.now();
  rmSync(STAMP, { force: true }); // so that a build that is cut off is not taken for a whole one
  for (const folder of ["build", "public/build"]) mkdirSync(folder, { recursive: true });

  run("node_modules/prisma", "prisma", ["generate", "--config", "prisma/config.ts"]);
  if (!forDevelopment) {
    process.stdout.write("Building the portal…\n");
    run("node_modules/@remix-run/dev", "remix", ["build"]);
  }
  buildSync({
    entryPoints: ["app/browser/comforts.ts", "app/browser/composer.ts", "app/browser/live.ts", "app/browser/passkeys.ts"],
    outdir: "public/build",
    bundle: true,
    minify: true,
    target: "es2020",
    format: "iife",
  });
  buildSync({
    entryPoints: [
      "app/platform/markdown-worker.ts",
      "app/features/evidence/bibliography-worker.ts",
      "app/features/exchange/import-worker.ts",
      "app/features/exchange/book-worker.ts",
      "app/features/claims/retraction-worker.ts",
    ],
    outdir: "build",
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
  });
  if (forDevelopment) return;
  for (const file of filesIn("public/build")) if (statSync(file).mtimeMs < started) rmSync(file); // of builds before
  compress("public/build");
  writeFileSync(STAMP, stamp);
}

function run(folder: string, name: string, args: string[]) {
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { bin: string | Record<string, string> };
  const program = path.join(folder, typeof bin === "string" ? bin : (bin[name] ?? ""));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}\n${stderr}\n`);
  process.exit(status ?? 1);
}

/** Text files are compressed once here, so that the server need not do it at each request. */
function compress(folder: string) {
  for (const file of filesIn(folder)) {
    if (!/\.(js|css|svg|json)$/.test(file)) continue;
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  }
}

function stampOf(sources: string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(filesIn).sort()) if (!file.startsWith("app/generated/")) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
