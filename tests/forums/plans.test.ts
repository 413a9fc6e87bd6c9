import pg from "pg";
import { beforeEach, expect, test } from "vitest";

import { databaseUrl } from "~/platform/database-url.server";
import "#tests/support/database";
import { forumQuestions, type Question } from "#tests/bench/forum-questions";
import { fillForums } from "#tests/bench/forum-world";
import { planOf, type Statement, statementsOf } from "#tests/support/statements";

const POSTS = 50_000;

/** Tables that grow with the forums: none of them is ever read from its beginning to its end. */
const GROWING = [
  "Thread",
  "Post",
  "Reaction",
  "Reading",
  "Follow",
  "Notification",
  "Participant",
  "ThreadTopic",
  "Bookmark",
  "PostMention",
];

/** With the one that finds the session: no page asks the database more often than four times. */
const MOST_STATEMENTS = 3;

let client: pg.Client;
let questions: Question[];

beforeEach(async () => {
  client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await fillForums(client, POSTS, 4_000);
  questions = await forumQuestions();
  return () => client.end();
}, 180_000);

test("no page of the forums reads a growing table as a whole, or asks more often than it may", { timeout: 120_000 }, async () => {
  // One that does so would be found.
  expect(await wholeTablesOf({ text: `SELECT count(*) FROM "Post" WHERE body LIKE $1`, values: ["%tea%"] })).toEqual(["Post"]);

  const whole: string[] = [];
  const often: string[] = [];
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
