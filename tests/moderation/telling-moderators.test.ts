import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { keepRoleCases } from "~/features/moderation/request-case.server";
import { remindModerators, tellModerators } from "~/features/moderation/telling-moderators.server";
import { askForRole } from "~/features/accounts/role-requests.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { openCase } from "~/features/moderation/case.server";
import { organization, person } from "#tests/support/world";

import { caseOf } from "./queued";

let moderator: Actor;

beforeEach(async () => {
  Object.assign(env, { REQUIRE_SECOND_FACTOR: false });
  moderator = await person("Mona", { roles: ["MODERATOR"], language: "fr" });
  return () => Object.assign(env, { REQUIRE_SECOND_FACTOR: undefined });
});

const told = async () =>
  (
    await db.notification.findMany({
      where: { kind: "case_opened" },
      select: { accountId: true, subjectId: true, subjectType: true, count: true },
    })
  ).sort((a, b) => (a.accountId < b.accountId ? -1 : 1));

type SentMail = { to: string; subject: string; text: string; language: string };

const mails = async () =>
  (
    await db.$queryRaw<{ payload: SentMail }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'send-mail' ORDER BY j.id`
  ).map(({ payload }) => payload);

const tell = (id: string) => tellModerators(id, new Date());

test("a new case is told, in one line, to everyone who may decide about it", async () => {
  const administrator = await person("Ada", { roles: ["ADMINISTRATOR"] });
  await person("Mia");
  await person("Sam", { roles: ["MODERATOR"], isSilenced: true });
  const suspended = await person("Sue", { roles: ["MODERATOR"] });
  await db.account.update({ where: { id: suspended.id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });
  const former = await person("Fay", { roles: ["MODERATOR"] });
  await db.roleGrant.updateMany({ where: { accountId: former.id }, data: { endsAt: new Date(Date.now() - 60_000) } });

  for (const title of ["one", "two"]) await tell((await caseOf({ title })).id);

  const line = (accountId: string) => ({ accountId, subjectId: accountId, subjectType: "QUEUE", count: 2 });
  expect(await told()).toEqual([moderator.id, administrator.id].sort().map(line));
  expect(await mails()).toEqual([]);
});

test("nobody is told of what is out of their scope, or concerns them", async () => {
  const home = await organization();
  const colleague = await person("Cora", { roles: ["MODERATOR"], organizations: [home] });
  const english = await person("Eve", { roles: ["MODERATOR"] });
  await db.moderatorScope.create({ data: { accountId: english.id, kind: "LANGUAGE", value: "en" } });
  await tell((await caseOf({ language: "fr", organizationIds: [home.id] })).id);
  expect((await told()).map(({ accountId }) => accountId)).toEqual([moderator.id]);

  await tell((await caseOf({ ownerIds: [moderator.id] })).id);
  expect(new Set((await told()).map(({ accountId }) => accountId))).toEqual(new Set([moderator.id, colleague.id, english.id]));
  expect((await told()).every(({ count }) => count === 1)).toBe(true);
});

test("where a second factor is wanted, whoever has none is told nothing", async () => {
  Object.assign(env, { REQUIRE_SECOND_FACTOR: true });
  await tell((await caseOf()).id);

  expect(await told()).toEqual([]);
});

test("the event of a case tells, once however often it comes, and nothing of what is closed by then", async () => {
  const asker = await person("Amélie");
  const administrator = await person("Ada", { roles: ["ADMINISTRATOR"] });
  await askForRole(asker, { role: "HOST", reason: "Please." });
  await keepRoleCases(asker.id);
  const event = await db.event.findFirstOrThrow({ where: { name: "case.opened" } });
  await fanOutJob({ eventId: event.id });
  await fanOutJob({ eventId: event.id });
  expect(await told()).toMatchObject([{ accountId: administrator.id, count: 1 }]);

  await tell((await caseOf({ closedAt: new Date() })).id);
  expect(await told()).toMatchObject([{ count: 1 }]);
});

test("an urgent case is told by mail too, in the moderator's language, and once an hour at most", async () => {
  await person("Eve", { roles: ["MODERATOR"] });
  for (const title of ["first", "second"]) await tell((await caseOf({ title, priority: 90, rule: "client-data" })).id);
  await tell((await caseOf({ priority: 89 })).id);

  const sent = await mails();
  expect(sent.map(({ to, language }) => `${to} ${language}`).sort()).toEqual(["eve@example.org en", "mona@example.org fr"]);
  expect(sent.find(({ language }) => language === "fr")?.text).toContain("Aucune donnée de clientèle");
  expect(sent.find(({ language }) => language === "en")?.text).toMatch(/\/en\/moderation\/cases\/[0-9a-f-]{36}/);
});

test("what has waited for two days in nobody's hand is told by mail to whoever may decide", async () => {
  const old = new Date(Date.now() - 49 * 3_600_000);
  await person("Eve", { roles: ["MODERATOR"] });
  await caseOf({ openedAt: old, ownerIds: [moderator.id] });
  await caseOf({ openedAt: old, assigneeId: moderator.id, claimedAt: new Date() });
  await caseOf({ openedAt: old, closedAt: new Date() });
  await caseOf();
  await remindModerators();
  expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
    ["eve@example.org", "Moderation: 1 case has waited for more than two days"],
  ]);

  await caseOf({ openedAt: old, assigneeId: moderator.id, claimedAt: old });
  await remindModerators();
  expect((await mails()).map(({ to }) => to).sort()).toEqual(["eve@example.org", "eve@example.org", "mona@example.org"]);
});

test("a case that is opened through the queue's own door tells", async () => {
  const thing = {
    subjectType: "POST" as const,
    subjectId: moderator.id,
    language: "en" as const,
    categoryId: null,
    organizationIds: [],
    ownerIds: [],
    authorId: null,
    title: "A thread",
    words: "Words",
  };
  await db.$transaction((tx) => openCase(tx, thing, { kind: "FLAG", priority: 30 }));
  const event = await db.event.findFirstOrThrow({ where: { name: "case.opened" } });
  await fanOutJob({ eventId: event.id });

  expect(await told()).toMatchObject([{ accountId: moderator.id }]);
});
