import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { findEmbeddedDatabase, startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { findBinaries } from "~/platform/postgres/binaries.server";
import { ask, asPlainUser, isRoot, kill, NOBODY, own, place, said, tsx } from "#tests/support/database-place";
import { postmasterOf } from "#tests/support/portal-process";

test("the first start makes a database, and a later one finds it again within 5 seconds", async () => {
  const folder = place();
  const first = await startEmbeddedDatabase(folder);
  await ask(first.url, "CREATE TABLE kept (word text)");
  await ask(first.url, "INSERT INTO kept VALUES ('bonjour')");
  await first.stop();
  expect(postmasterOf(folder)).toBeNull();

  const started = Date.now();
  const second = await startEmbeddedDatabase(folder);
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(await ask(second.url, "SELECT word FROM kept")).toEqual([{ word: "bonjour" }]);
  await second.stop();
});

test("nobody but the portal can come in", async () => {
  const folder = place();
  const database = await startEmbeddedDatabase(folder);

  expect(statSync(path.join(folder, "postgres-password")).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(folder, "postgres.log")).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(folder, "postgres")).mode & 0o777).toBe(0o700);
  expect(new URL(database.url).password).toMatch(/^[\w-]{32}$/);
  expect(await ask(database.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const asSuperuser = database.url.replace("//portal:", "//postgres:").replace(/portal$/, "postgres");
  expect(await ask(asSuperuser, "SHOW unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
  await expect(ask(database.url.replace(/:[\w-]{32}@/, ":guess@"), "SELECT 1")).rejects.toThrow(/password authentication failed/);
  await database.stop();
});

test("the portal's own role can neither read files nor run programs on the machine", async () => {
  const database = await startEmbeddedDatabase(place());

  expect(await ask(database.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([{ rolsuper: false }]);
  await expect(ask(database.url, "SELECT pg_read_file('/etc/passwd')")).rejects.toThrow(/permission denied/);
  await expect(ask(database.url, "COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow(/permission denied/);
  await database.stop();
});

test("after kill -9 of the portal the next one takes over the PostgreSQL that still runs", async () => {
  const folder = place();
  const killed = await own(folder);
  await ask(killed.said, "CREATE TABLE kept AS SELECT 1 AS number");
  const postmaster = postmasterOf(folder);
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");

  const next = await startEmbeddedDatabase(folder);
  expect(postmasterOf(folder)).toBe(postmaster);
  expect(await ask(next.url, "SELECT number FROM kept")).toEqual([{ number: 1 }]);
  await next.stop();
});

test("after kill -9 of the portal and of PostgreSQL the next start serves what was committed", async () => {
  const folder = place();
  const killed = await own(folder);
  await ask(killed.said, "CREATE TABLE kept AS SELECT 1 AS number");
  kill(postmasterOf(folder) as number, "SIGKILL");
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");
  expect(existsSync(path.join(folder, "postgres", "postmaster.pid"))).toBe(true);

  const next = await startEmbeddedDatabase(folder);
  expect(await ask(next.url, "SELECT number FROM kept")).toEqual([{ number: 1 }]);
  await next.stop();
});

test("a PostgreSQL that is killed is started again, at the same address", async () => {
  const folder = place();
  const database = await startEmbeddedDatabase(folder);
  const killed = postmasterOf(folder) as number;
  kill(killed, "SIGKILL");

  await expect.poll(() => ask(database.url, "SELECT 1 AS number").catch(() => null), { timeout: 15_000 }).toEqual([{ number: 1 }]);
  expect(postmasterOf(folder)).not.toBe(killed);
  await database.stop();
});

test("a postmaster.pid whose number now belongs to another process is not believed", async () => {
  const folder = place();
  await (await startEmbeddedDatabase(folder)).stop();
  const started = Math.floor(Date.now() / 1000);
  writeFileSync(path.join(folder, "postgres", "postmaster.pid"), `${process.pid}\n${folder}/postgres\n${started}\n5432\n\n127.0.0.1\n`);

  expect(findEmbeddedDatabase(folder)).toBeNull();
  const database = await startEmbeddedDatabase(folder);
  expect(await ask(database.url, "SELECT 1 AS number")).toEqual([{ number: 1 }]);
  await database.stop();
});

test("it works for a plain user", async () => {
  const folder = place();
  if (isRoot) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const { said, process: owner } = await own(folder, await asPlainUser());

  expect(await ask(said, "SELECT 1 AS number")).toEqual([{ number: 1 }]);
  if (isRoot) expect(statSync(path.join(folder, "postgres")).uid).toBe(NOBODY.uid);
  owner.kill("SIGTERM");
  expect(await once(owner, "exit")).toEqual([0, null]);
});

test("it works in a folder that only its owner can enter, such as below /root", async () => {
  const parent = place();
  chmodSync(parent, 0o700);
  const folder = path.join(parent, "data");
  const database = await startEmbeddedDatabase(folder);

  expect(await ask(database.url, "SELECT 1 AS number")).toEqual([{ number: 1 }]);
  await database.stop();
  expect(postmasterOf(folder)).toBeNull();
});

test("a copy that root has put back is handed over to the account of PostgreSQL", async () => {
  const folder = place();
  await (await startEmbeddedDatabase(folder)).stop();
  const copy = path.join(place(), "copy");
  cpSync(folder, copy, { recursive: true });

  const database = await startEmbeddedDatabase(copy);
  expect(await ask(database.url, "SELECT 1 AS number")).toEqual([{ number: 1 }]);
  await database.stop();
});

test("library links that npm left out are made", async () => {
  const folder = place();
  const installed = path.resolve(path.dirname((await findBinaries()).postgres), "..", "..");
  const copy = path.join(folder, "node_modules", ...installed.split(path.sep).slice(-2));
  cpSync(installed, copy, { recursive: true, filter: (file) => !/\.so(\.\d+)?$/.test(file) || !statSync(file).isSymbolicLink() });
  const links: { target: string }[] = JSON.parse(readFileSync(path.join(copy, "native/pg-symlinks.json"), "utf8"));
  for (const { target } of links) rmSync(path.join(copy, target), { force: true });
  for (const file of ["binaries.server.ts", "unavailable.server.ts"]) cpSync(`app/platform/postgres/${file}`, path.join(folder, file));

  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const script = `console.log((await import(${JSON.stringify(path.join(folder, "binaries.server.ts"))}).then((m) => m.findBinaries())).postgres)`;
  const child = spawn(process.execPath, ["--import", tsx, "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  expect(await said(child)).toBe(path.join(copy, "native/bin/postgres"));
  expect(links.filter(({ target }) => !existsSync(path.join(copy, target)))).toEqual([]);
});
