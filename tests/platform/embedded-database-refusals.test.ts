import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { findEmbeddedDatabase, startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { ask, asPlainUser, own, place } from "#tests/support/database-place";

test("a second portal on the same folder is told so, and does no harm to the first", async () => {
  const folder = place();
  const first = await startEmbeddedDatabase(folder);

  const second = await own(folder);
  expect(second.said).toBe(`The folder ${folder} is in use by another portal; stop that one or set PORTAL_DATA to another folder.`);
  expect(findEmbeddedDatabase(folder)).toBe(first.url);
  expect(await ask(first.url, "SELECT 1 AS number")).toEqual([{ number: 1 }]);
  await first.stop();
});

test("of two that start at once in an empty folder, one opens and the other is told", async () => {
  const folder = place();
  const both = await Promise.all([own(folder), own(folder)]);

  const [open, refused] = both
    .map(({ said }) => said)
    .sort((a, b) => Number(b.startsWith("postgresql:")) - Number(a.startsWith("postgresql:")));
  expect(await ask(open as string, "SELECT 1 AS number")).toEqual([{ number: 1 }]);
  expect(refused).toMatch(/is in use by another portal/);
  expect(readdirSync(folder).sort()).toEqual(["postgres", "postgres-password", "postgres.log"]);
});

test("a folder that cannot be written is named", async () => {
  const folder = place();
  chmodSync(folder, 0o555);
  const { said } = await own(path.join(folder, "data"), await asPlainUser());

  expect(said).toBe(`The folder ${folder}/data is not writable (EACCES); set PORTAL_DATA or its permissions.`);
});

test("a database of another major version is named, and left alone", async () => {
  const folder = place();
  await (await startEmbeddedDatabase(folder)).stop();
  writeFileSync(path.join(folder, "postgres", "PG_VERSION"), "17\n");

  await expect(startEmbeddedDatabase(folder)).rejects.toThrow(
    `${folder}/postgres belongs to PostgreSQL 17, and this portal brings PostgreSQL 18; set PORTAL_DATA to a new folder and restore a backup there.`,
  );
  expect(readFileSync(path.join(folder, "postgres", "PG_VERSION"), "utf8")).toBe("17\n");
});

test("a folder of something else, and a lost password, are named", async () => {
  const other = place();
  mkdirSync(path.join(other, "postgres"));
  await expect(startEmbeddedDatabase(other)).rejects.toThrow(
    `${other}/postgres is not a database folder; move it away or set PORTAL_DATA.`,
  );

  const folder = place();
  await (await startEmbeddedDatabase(folder)).stop();
  rmSync(path.join(folder, "postgres-password"));
  await expect(startEmbeddedDatabase(folder)).rejects.toThrow(
    `The password of the database, ${folder}/postgres-password, cannot be read (ENOENT).`,
  );
});

test("a database that cannot start says why in one line", async () => {
  const folder = place();
  await (await startEmbeddedDatabase(folder)).stop();
  writeFileSync(path.join(folder, "postgres", "postgresql.conf"), "no_such_setting = on\n");

  await expect(startEmbeddedDatabase(folder)).rejects.toThrow(
    new RegExp(`^The database in ${folder}/postgres does not start: configuration file .* contains errors$`),
  );
});
