import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";

import { migrate } from "~/platform/migrations.server";
import { diffSchema } from "../../prisma/schema-diff";

const server = inject("databaseUrl");
const database = `migrations_${process.pid}`;
const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "migrations-"));
  await query(`CREATE DATABASE ${database}`, server);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await query(`DROP DATABASE ${database} WITH (FORCE)`, server);
});

test("migrations are applied in order, once, and each is on record as Prisma has it", async () => {
  const sql = "CREATE TABLE guide (id int);\n";
  write("20260101000000_first", sql);
  write("20260102000000_second", "INSERT INTO guide VALUES (1);");

  expect(await migrate(url, folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
  expect(await migrate(url, folder)).toEqual([]);
  expect(await query("SELECT * FROM guide")).toEqual([{ id: 1 }]);
  expect(await query(`SELECT * FROM "_prisma_migrations" ORDER BY migration_name`)).toMatchObject([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash("sha256").update(sql).digest("hex"),
      migration_name: "20260101000000_first",
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
    },
    { migration_name: "20260102000000_second" },
  ]);
});

test("the record has the columns of Prisma's own", async () => {
  await migrate(url, folder);

  expect(
    await query(
      `SELECT column_name AS name, data_type AS type, is_nullable AS nullable FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
    ),
  ).toEqual([
    { name: "id", type: "character varying", nullable: "NO" },
    { name: "checksum", type: "character varying", nullable: "NO" },
    { name: "finished_at", type: "timestamp with time zone", nullable: "YES" },
    { name: "migration_name", type: "character varying", nullable: "NO" },
    { name: "logs", type: "text", nullable: "YES" },
    { name: "rolled_back_at", type: "timestamp with time zone", nullable: "YES" },
    { name: "started_at", type: "timestamp with time zone", nullable: "NO" },
    { name: "applied_steps_count", type: "integer", nullable: "NO" },
  ]);
});

test("of several portals that start at once, one applies each migration and the others wait for it", async () => {
  write("20260101000000_slow", "SELECT pg_sleep(0.3); CREATE TABLE guide (id int);");

  const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);

  expect(applied.flat()).toEqual(["20260101000000_slow"]);
  expect(await query(`SELECT count(*)::int FROM "_prisma_migrations"`)).toEqual([{ count: 1 }]);
});

test("a migration that fails stops with its name and what PostgreSQL said, and has changed nothing", async () => {
  write("20260101000000_sound", "CREATE TABLE guide (id int);");
  write("20260102000000_faulty", "CREATE TABLE half (id int);\n\nALTER TABLE missing ADD COLUMN x int;");
  write("20260103000000_later", "CREATE TABLE later (id int);");

  await expect(migrate(url, folder)).rejects.toThrow(
    'Migration 20260102000000_faulty failed and changed nothing: relation "missing" does not exist',
  );
  expect(await tables()).toEqual(["_prisma_migrations", "guide"]);
  expect(await query(`SELECT migration_name FROM "_prisma_migrations"`)).toEqual([{ migration_name: "20260101000000_sound" }]);

  write("20260102000000_faulty", "CREATE TABLE whole (id int);");
  expect(await migrate(url, folder)).toEqual(["20260102000000_faulty", "20260103000000_later"]);
});

test("a fault in the SQL is told with its line", async () => {
  write("20260101000000_faulty", "CREATE TABLE guide (id int);\nCREATE TABEL other (id int);");

  await expect(migrate(url, folder)).rejects.toThrow(/20260101000000_faulty failed .* syntax error at or near "TABEL" \(line 2\)$/);
});

test("a migration that was changed after it was applied is said, and nothing more is applied", async () => {
  write("20260101000000_first", "CREATE TABLE guide (id int);");
  await migrate(url, folder);
  write("20260101000000_first", "CREATE TABLE guide (id bigint);");
  write("20260102000000_second", "CREATE TABLE other (id int);");

  await expect(migrate(url, folder)).rejects.toThrow("Migration 20260101000000_first was changed after it was applied.");
  expect(await tables()).toEqual(["_prisma_migrations", "guide"]);
});

test("what Prisma's own command has applied is not applied again, and what it left half done is said", async () => {
  write("20260101000000_first", "CREATE TABLE guide (id int);");
  await migrate(url, folder);
  await query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);

  await expect(migrate(url, folder)).rejects.toThrow(
    /^Migration 20260101000000_first was begun with Prisma's own command and not finished/,
  );

  await query(`UPDATE "_prisma_migrations" SET rolled_back_at = now()`);
  await query("DROP TABLE guide");
  expect(await migrate(url, folder)).toEqual(["20260101000000_first"]);
});

test("the migrations lead exactly to prisma/schema.prisma", async () => {
  expect(await diffSchema(server)).toMatch(/^-- This is an empty migration\.\s*$/);
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

const tables = async () =>
  (await query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(({ tablename }) => tablename);

async function query(sql: string, where = url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: where });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
