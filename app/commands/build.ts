// npm run build: the Prisma client, the pages, the short script and the Markdown worker. With --if-stale only when something changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { buildSync } from "esbuild";

const STAMP = "build/stamp";
const SOURCES = ["app", "prisma/schema.prisma", "remix.config.js", "package-lock.json", "tsconfig.json"];
const stamp = stampOf(SOURCES);

if (!(process.argv.includes("--if-stale") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp)) {
  process.stdout.write("Building the portal…\n");
  run("prisma", "generate", "--config", "prisma/config.ts");
  run("remix", "build");
  buildSync({
    entryPoints: ["app/browser/comforts.ts"],
    outfile: "public/build/comforts.js",
    bundle: true,
    minify: true,
    target: "es2020",
    format: "iife",
  });
  buildSync({
    entryPoints: ["app/platform/markdown-worker.ts"],
    outfile: "build/markdown-worker.js",
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
  });
  compress("public/build");
  mkdirSync("build", { recursive: true });
  writeFileSync(STAMP, stamp);
}

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin(program), ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status === 0) return;
  process.stderr.write(`${stdout}\n${stderr}\n`);
  process.exit(status ?? 1);
}

function bin(program: string): string {
  const { name, main } = { prisma: { name: "prisma", main: "prisma" }, remix: { name: "@remix-run/dev", main: "remix" } }[program] ?? {
    name: program,
    main: program,
  };
  const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { bin: string | Record<string, string> };
  return path.join("node_modules", name, typeof manifest.bin === "string" ? manifest.bin : (manifest.bin[main] ?? ""));
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
  for (const file of sources.flatMap(filesIn).sort()) if (!file.startsWith("app/generated")) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(place, file))
    .filter((file) => statSync(file).isFile());
}
