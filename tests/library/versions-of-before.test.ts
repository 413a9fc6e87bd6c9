import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";

import { migrate } from "~/platform/migrations.server";

const migrations = "prisma/migrations";
const server = inject("databaseUrl");
const database = `versions_of_before_${process.pid}`;
const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
const evidence = readdirSync(migrations).find((name) => name.endsWith("_evidence")) ?? "";
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "versions-"));
  await query(`CREATE DATABASE ${database}`, [], server);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await query(`DROP DATABASE ${database} WITH (FORCE)`, [], server);
});

test("what was published before there were versions gets them: what was approved or imported, and what stands", async () => {
  take((name) => name < evidence);
  await migrate(url, folder);
  const reviewed = await guide("reviewed", { revisions: 4, published: 3 });
  await review(reviewed.revisions[0], "DECLINED", "2026-01-01");
  await review(reviewed.revisions[1], "APPROVED", "2026-02-02");
  await review(reviewed.revisions[2], "APPROVED", "2026-03-03");
  const imported = await guide("imported", { revisions: 3, published: 2 });
  await imports(imported.id, 1);
  await imports(imported.id, 2);
  const hidden = await guide("hidden", { revisions: 2, published: 1, isHidden: true });
  await guide("draft", { revisions: 2 });

  take((name) => name === evidence);
  expect(await migrate(url, folder)).toEqual([evidence]);

  expect(await versions(reviewed.id)).toEqual([
    { number: 1, revision: 2, at: "2026-02-02", isHidden: false },
    { number: 2, revision: 3, at: "2026-03-03", isHidden: false },
  ]);
  expect(await versions(imported.id)).toMatchObject([
    { number: 1, revision: 1 },
    { number: 2, revision: 2 },
  ]);
  expect(await versions(hidden.id)).toMatchObject([{ number: 1, revision: 1, isHidden: true }]);
  expect(await query(`SELECT count(*)::int AS count FROM "Version"`)).toEqual([{ count: 5 }]);
  expect(await query(`SELECT count(*)::int AS count FROM "Face" WHERE "stampedAt" IS NULL`)).toEqual([{ count: 1 }]);
});

function take(isWanted: (name: string) => boolean) {
  for (const name of readdirSync(migrations))
    if (isWanted(name)) cpSync(path.join(migrations, name), path.join(folder, name), { recursive: true });
}

type Made = { revisions: number; published?: number; isHidden?: boolean };

/** A guide of an organization, with revisions on the first days of 2026, one of which may stand. */
async function guide(slug: string, { revisions, published, isHidden = false }: Made) {
  const id = await insert("Contribution", {
    kind: "PRACTICE",
    organizationId: await insert("Organization", { kind: "network", status: "MEMBER" }),
    sourceLanguage: "en",
    licence: "CC-BY-4.0",
    ...(published ? { publishedAt: "2026-01-05" } : {}),
    ...(isHidden ? { hiddenAt: "2026-01-06" } : {}),
  });
  const faceId = await insert("Face", { contributionId: id, language: "en", slug, title: slug, summary: slug, latestNumber: revisions });
  const made: string[] = [];
  for (let number = 1; number <= revisions; number += 1) {
    const text = { title: slug, summary: slug, body: "", sources: "", html: "", sourcesHtml: "", details: "{}", sections: "[]" };
    made.push(await insert("Revision", { faceId, number, ...text, words: 0, renderer: 1, createdAt: `2026-01-0${number}` }));
  }
  if (published)
    await query(`UPDATE "Face" SET "publishedRevisionId" = $1, "publishedAt" = now(), state = 'PUBLISHED' WHERE id = $2`, [
      made[published - 1],
      faceId,
    ]);
  return { id, revisions: made };
}

async function review(revisionId: string | undefined, decision: string, decidedAt: string) {
  const [revision] = await query(`SELECT "faceId" FROM "Revision" WHERE id = $1`, [revisionId]);
  await insert("Review", { faceId: revision?.faceId, revisionId, decision, decidedAt });
}

const imports = (subjectId: string, number: number) =>
  insert("Event", {
    name: "practice.imported",
    subjectType: "CONTRIBUTION",
    subjectId,
    details: JSON.stringify({ language: "en", number }),
  });

const versions = (contributionId: string) =>
  query(
    `SELECT v.number, r.number AS revision, to_char(v."publishedAt", 'YYYY-MM-DD') AS at, v."hiddenAt" IS NOT NULL AS "isHidden"
     FROM "Version" v JOIN "Revision" r ON r.id = v."revisionId" JOIN "Face" f ON f.id = v."faceId" WHERE f."contributionId" = $1 ORDER BY v.number`,
    [contributionId],
  );

async function insert(table: string, values: Record<string, unknown>): Promise<string> {
  const all = { id: crypto.randomUUID(), ...values };
  const names = Object.keys(all).map((name) => `"${name}"`);
  const blanks = names.map((_, index) => `$${index + 1}`);
  await query(`INSERT INTO "${table}" (${names}) VALUES (${blanks})`, Object.values(all));
  return all.id;
}

async function query(sql: string, values: unknown[] = [], where = url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: where });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
