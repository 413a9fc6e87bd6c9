import pg from "pg";
import { beforeEach, expect, test } from "vitest";

import { databaseUrl } from "~/platform/database-url.server";
import "#tests/support/database";
import { moderationQuestions } from "#tests/bench/moderation-questions";
import { fillCases } from "#tests/bench/moderation-world";
import { planOf, type Statement, statementsOf } from "#tests/support/statements";

const OPEN = 5_000;

/** Tables that grow with moderation: none of them is ever read from its beginning to its end. */
const GROWING = ["Case", "Flag", "Decision", "Appeal", "CaseNotice", "Sanction", "Event"];

/** With the one that finds the session: no page asks the database more often than four times. */
const MOST_STATEMENTS = 3;

let client: pg.Client;

beforeEach(async () => {
  client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await fillCases(client, OPEN);
  return () => client.end();
}, 120_000);

test("no page of moderation reads a growing table as a whole, or asks more often than it may", { timeout: 120_000 }, async () => {
  // One that does so would be found.
  expect(await wholeTablesOf({ text: `SELECT count(*) FROM "Case" WHERE words LIKE $1`, values: ["%tea%"] })).toEqual(["Case"]);

  const whole: string[] = [];
  const often: string[] = [];
  const questions = await moderationQuestions();
  for (const { name, ask } of questions) {
    const statements = await statementsOf(ask);
    if (statements.length > MOST_STATEMENTS) often.push(`${name}: ${statements.length} statements`);
    for (const statement of statements) whole.push(...(await wholeTablesOf(statement)).map((table) => `${name}: ${table}`));
  }

  expect(questions.length).toBeGreaterThan(20);
  expect(whole).toEqual([]);
  expect(often).toEqual([]);
});

async function wholeTablesOf(statement: Statement): Promise<string[]> {
  const steps = await planOf(client, statement);
  return steps.filter(({ step, table }) => step === "Seq Scan" && GROWING.includes(table)).map(({ table }) => table);
}
