import { beforeEach, expect, test, vi } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { type Action, limitsTable, spend } from "~/features/accounts/allowance.server";
import { reactTo } from "~/features/forums/reaction.server";
import { reasonText } from "~/i18n/reason";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { action as reply } from "~/routes/forums/reply";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { submission } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const MINUTE_MS = 60_000;
const FIRST_DAY = { topics: 3, replies: 10 };
const table = () => limitsTable(FIRST_DAY);
const rowOf = (action: Action) => table().find((row) => row.action === action) ?? expect.fail();

let amara: Actor;
beforeEach(async () => {
  amara = await person("Amara Osei");
  await db.account.updateMany({ data: { createdAt: new Date(Date.now() - 3 * 86_400_000) } });
});

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (refusal: Response) => refusal,
  );

/** How often someone may before they are refused, with the minutes passing between. */
async function most(actor: Actor, action: Action, upTo = 1000) {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    for (let count = 0; count < upTo; count += 1) {
      if (count % 5 === 0) vi.setSystemTime(Date.now() + MINUTE_MS);
      const refusal = await refusalOf(spend(actor, action));
      if (refusal) return { count, refusal, reason: await refusal.text() };
    }
  } finally {
    vi.useRealTimers();
  }
  return expect.fail("was never refused");
}

test("within a minute all that someone writes is counted together", async () => {
  for (let count = 0; count < 25; count += 1) await spend(amara, (["topics", "replies", "edits"] as const)[count % 3] ?? "edits");
  const refusal = await refusalOf(spend(amara, "replies"));

  expect(refusal?.status).toBe(429);
  expect(Number(refusal?.headers.get("Retry-After"))).toBeLessThanOrEqual(60);
  expect(await refusal?.text()).toMatch(/^allowances\.reached\.minute\.replies:25 allowances\.again\.seconds:\d+$/);
  await spend(await person("Noor Haddad"), "replies");
  await spend(amara, "reactions");
});

test("a member reacts 50 times a day, someone of an organization twice and staff three times as often, and a newcomer half as often", async () => {
  const home = await organization();
  const colleague = await person("Colin", { organizations: [home] });
  const moderator = await person("Mona", { roles: ["MODERATOR"], organizations: [home] });
  const stranger = await person("Nova");
  const counts = [];
  for (const actor of [stranger, amara, colleague, moderator]) counts.push((await most(actor, "reactions")).count);

  expect(counts).toEqual([25, 50, 100, 150]);
});

test("what was reached for the day is told in words with the hours that it lasts, in both languages", async () => {
  const { count, refusal, reason } = await most(amara, "flags");

  expect([count, reason]).toEqual([20, "allowances.reached.day.flags:20 allowances.again.hours:24"]);
  expect(Number(refusal.headers.get("Retry-After"))).toBeGreaterThan(23 * 3600);
  expect(reasonText(translator("en"), reason, "en")).toBe(
    "You have reached the limit of reports in 24 hours (20). You can go on in 24 hours.",
  );
  expect(reasonText(translator("fr"), reason, "fr")).toBe(
    "Vous avez atteint la limite de signalements par 24\u00a0heures (20). Vous pourrez continuer dans 24\u00a0heures.",
  );
});

test("after a day there is as much again", async () => {
  await most(amara, "edits");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3_600_000 });
  try {
    expect(await refusalOf(spend(amara, "edits"))).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("of many at the same moment no more are let through than there are", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => refusalOf(spend(amara, "replies"))));

  expect(answers.filter((refusal) => refusal === null)).toHaveLength(25);
});

test("every limit has words in both languages, and the table publishes them", () => {
  for (const { action, minute, day } of table()) {
    for (const language of ["en", "fr"] as const)
      for (const span of ["minute", "day"])
        expect(
          reasonText(translator(language), `allowances.reached.${span}.${action}:${minute} allowances.again.seconds:1`, language),
        ).not.toBeNull();
    expect(day.newcomer <= day.member && day.member < day.affiliated && day.affiliated < day.staff).toBe(true);
  }
  expect(rowOf("topics")).toEqual({ action: "topics", minute: 25, day: { newcomer: 3, member: 20, affiliated: 40, staff: 60 } });
});

test("a button that was pressed too often is refused and changes nothing", async () => {
  const talk = await thread({ by: await person("Noor Haddad"), category: await category() });
  const post = talk.posts[0] ?? "";
  for (let turn = 0; turn < 50; turn += 1) await reactTo(amara, post, { kind: "THANKS", value: turn % 2 === 0 ? "on" : "off" });
  const refusal = await refusalOf(reactTo(amara, post, { kind: "THANKS", value: "on" }));

  expect(await refusal?.text()).toMatch(/^allowances\.reached\.day\.reactions:50 /);
  expect(await db.reaction.count()).toBe(0);
});

test("a form comes back with what was typed and the words of the limit", async () => {
  const talk = await thread({ by: amara, category: await category() });
  for (let count = 0; count < 25; count += 1) await spend(amara, "edits");
  const fields = { id: newId(), kind: "REPLY", thread: talk.id, language: "en", body: "My long answer" };
  const answer = (await reply(submission(amara, `/en/threads/${talk.id}/reply`, { id: talk.id }, fields))) as Response;

  expect([answer.status, answer.headers.has("Retry-After")]).toEqual([429, true]);
  expect(await answer.json()).toMatchObject({
    values: { body: "My long answer" },
    errors: { "": [expect.stringMatching(/^allowances\.reached\.minute\.replies:25 /)] },
  });
});
