import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The script of a worker: beside the built server, or made from its source for tests and commands. */
export async function workerFile(source: string): Promise<URL> {
  const name = path.basename(source, ".ts");
  const built = new URL(`./${name}.js`, import.meta.url);
  if (existsSync(fileURLToPath(built))) return built;

  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    write: false,
  });
  const script = outputFiles[0]?.text ?? "";
  const file = path.resolve(`.cache/${name}-${createHash("sha256").update(script).digest("hex").slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(".cache", { recursive: true });
    writeFileSync(`${file}.${process.pid}`, script);
    renameSync(`${file}.${process.pid}`, file);
  }
  return pathToFileURL(file);
}
