// npm run bench: builds the portal, opens it on an empty folder, and prints what its reading pages weigh and how fast they come.
// Figures differ from machine to machine: each rate stands beside that of a bare server which sends the same bytes ("limit A").
// With a word behind `--`, only that is measured: directories, evidence, evidence-change, export, forums, graph, lineage, live,
// moderation, references.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";

import autocannon from "autocannon";

import { newFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal-process";

import { pagesOf, weigh } from "./pages";
import { countStatements } from "./statements";

if (process.argv.includes("directories")) {
  const { benchDirectories } = await import("./directories");
  await benchDirectories();
  process.exit(0);
}

if (process.argv.includes("evidence")) {
  const { benchEvidence } = await import("./evidence");
  await benchEvidence();
  process.exit(0);
}

if (process.argv.includes("evidence-change")) {
  const { benchEvidenceChange } = await import("./evidence-change");
  await benchEvidenceChange();
  process.exit();
}

if (process.argv.includes("export")) {
  const { benchExport } = await import("./export");
  await benchExport();
  process.exit();
}

if (process.argv.includes("forums")) {
  const { benchForums } = await import("./forums");
  await benchForums();
  process.exit(0);
}

if (process.argv.includes("graph")) {
  const { benchGraph } = await import("./graph");
  await benchGraph();
  process.exit();
}

if (process.argv.includes("lineage")) {
  const { benchLineage } = await import("./lineage");
  await benchLineage();
  process.exit();
}

if (process.argv.includes("live")) {
  const { benchLive } = await import("./live");
  await benchLive();
  process.exit(0);
}

if (process.argv.includes("moderation")) {
  const { benchModeration } = await import("./moderation");
  await benchModeration();
  process.exit(0);
}

if (process.argv.includes("references")) {
  const { benchReferences } = await import("./references");
  await benchReferences();
  process.exit(0);
}

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const COMPRESSED = { "Accept-Encoding": "br" };

const data = newFolder();
const building = await timed(async () => {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "app/commands/build.ts"], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
});
const quiet = { LOG_LEVEL: "warn" };
let portal: Portal | undefined;
const first = await timed(async () => {
  portal = await startPortal(quiet, data);
});
await portal?.stop();
const later = await timed(async () => {
  portal = await startPortal(quiet, data);
});
const { url, pid, stop } = portal as Portal;
const idle = memoryOf(pid);
const pages = await pagesOf(url);
const statements = await countStatements(
  url,
  data,
  pages.map(({ path }) => path),
);

print([
  ["start", "seconds"],
  ["build", seconds(building)],
  ["first start", seconds(first)],
  ["build and first start", seconds(building + first)],
  ["later start", seconds(later)],
]);

const weights = [["page", "HTML", "HTML br", "css", "script", "fonts", "first view", "round trips"]];
for (const { name, path } of pages) {
  const { html, sent, css, script, fonts } = await weigh(url, path);
  weights.push([name, ...[html, sent, css, script, fonts, sent + css + script + fonts].map(kilobytes), String(statements.get(path))]);
}
print(weights);

const rates = [["page", "requests/s", "p50 ms", "p99 ms", "limit A/s", "share of A", "p99/p50 at 64"]];
for (const { name, path } of pages) {
  await load(url + path, 16, 1);
  const ours = await load(url + path, 16);
  const limit = await limitA(path);
  const crowd = await load(url + path, 64);
  const share = (ours.requests.average / limit.requests.average).toFixed(3);
  const spread = (crowd.latency.p99 / crowd.latency.p50).toFixed(1);
  rates.push([name, ...[ours.requests.average, ours.latency.p50, ours.latency.p99, limit.requests.average].map(String), share, spread]);
}
print(rates);
print([
  ["memory of the web process", "MB"],
  ["after its start", idle],
  ["after the load", memoryOf(pid)],
]);

await stop();
removeFolder(data);
process.exit(0);

async function load(target: string, connections: number, duration = SECONDS) {
  const result = await autocannon({ url: target, connections, duration, headers: COMPRESSED });
  if (result.non2xx + result.errors > 0) process.stderr.write(`${target}: ${result.non2xx} refusals, ${result.errors} errors\n`);
  return result;
}

async function limitA(path: string) {
  const bare = spawn(process.execPath, ["--import", "tsx", "tests/bench/bare-server.ts", url, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(bare.stdout, "data")) as [Buffer];
  const result = await load(`http://127.0.0.1:${String(port).trim()}/`, 16);
  bare.kill();
  return result;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function memoryOf(process: number): string {
  const file = `/proc/${process}/status`;
  const kilobytes = existsSync(file) && /VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1];
  return kilobytes ? (Number(kilobytes) / 1024).toFixed(0) : "unknown";
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function print(rows: string[][]) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  for (const row of rows)
    process.stdout.write(
      `${row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join("  ")}\n`,
    );
  process.stdout.write("\n");
}
