import { expect, test } from "vitest";

import { askForRole, decideRoleRequest, withdrawRoleRequest } from "~/features/accounts/role-requests.server";
import { grantRole } from "~/features/accounts/role-grants.server";
import { eraseFromCases } from "~/features/moderation/erasure.server";
import { keepApplicationCases, keepRoleCases } from "~/features/moderation/request-case.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import type { EventName } from "~/features/activity/events";
import { db } from "~/platform/db.server";
import { organization, person } from "#tests/support/world";

const cases = () =>
  db.case.findMany({
    orderBy: { id: "asc" },
    select: { kind: true, subjectType: true, subjectId: true, title: true, words: true, language: true, outcome: true, closedAt: true },
  });

/** Tells, once more, of every event of these names. */
async function tell(...names: EventName[]) {
  const events = await db.event.findMany({ where: { name: { in: names } }, orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of events) await fanOutJob({ eventId: id });
}

test("a request for a role is a line of the queue for as long as it waits", async () => {
  const asker = await person("Amélie", { language: "fr" });
  const administrator = await person("Ada", { roles: ["ADMINISTRATOR"] });
  await askForRole(asker, { role: "HOST", reason: "J’anime des webinaires." });
  await tell("role.asked");
  await tell("role.asked");

  const request = await db.roleRequest.findFirstOrThrow();
  expect(await cases()).toEqual([
    {
      kind: "ROLE",
      subjectType: "ROLE_REQUEST",
      subjectId: request.id,
      title: "Amélie",
      words: "J’anime des webinaires.",
      language: "fr",
      outcome: null,
      closedAt: null,
    },
  ]);
  await decideRoleRequest(administrator, request.id, { answer: "GRANTED", note: "", endsOn: "" } as never);
  await tell("role.granted");
  expect(await cases()).toMatchObject([{ outcome: "ELSEWHERE", closedAt: expect.any(Date) }]);
});

test("events that come late, twice or in another order change nothing", async () => {
  const asker = await person("Amélie");
  const administrator = await person("Ada", { roles: ["ADMINISTRATOR"] });
  await askForRole(asker, { role: "HOST", reason: "Please." });
  await askForRole(asker, { role: "RESEARCHER", reason: "Please, too." });
  const [first] = await db.roleRequest.findMany({ orderBy: { id: "asc" } });
  await withdrawRoleRequest(asker, first?.id ?? "");
  await tell("role.withdrawn");
  await tell("role.asked", "role.withdrawn");
  expect(await cases()).toMatchObject([{ words: "Please, too.", closedAt: null }]);

  // Given directly, which answers the request.
  await grantRole(administrator, asker.id, { role: "RESEARCHER", reason: "Known.", endsOn: "" } as never);
  await Promise.all([1, 2, 3].map(() => keepRoleCases(asker.id)));
  await tell("role.asked");
  expect(await cases()).toMatchObject([{ outcome: "ELSEWHERE" }]);
  expect(await db.event.count({ where: { name: "case.closed" } })).toBe(1);
});

test("two who look at the same request at once open one line", async () => {
  const asker = await person("Amélie");
  await askForRole(asker, { role: "HOST", reason: "Please." });
  await Promise.all([1, 2, 3, 4].map(() => keepRoleCases(asker.id)));

  expect(await db.case.findMany({ select: { version: true, priority: true } })).toEqual([{ version: 1, priority: 20 }]);
});

test("applications of an organization have a line each, which names it and concerns it", async () => {
  const place = await organization("Newcomers");
  await db.organization.update({ where: { id: place.id }, data: { status: "LISTED" } });
  const [one, other] = [await person("Noa", { language: "fr" }), await person("Nils")];
  for (const { id } of [one, other])
    await db.organizationApplication.create({ data: { organizationId: place.id, applicantId: id, message: `From ${id}` } });
  await keepApplicationCases(place.id);

  const open = await db.case.findMany({ orderBy: { title: "asc" } });
  expect(open.map(({ title, language, organizationIds, ownerIds }) => ({ title, language, organizationIds, ownerIds }))).toEqual([
    { title: "Newcomers", language: "en", organizationIds: [place.id], ownerIds: [other.id] },
    { title: "Newcomers (fr)", language: "fr", organizationIds: [place.id], ownerIds: [one.id] },
  ]);
  await db.organizationApplication.updateMany({ where: { applicantId: one.id }, data: { answer: "WITHDRAWN" } });
  await keepApplicationCases(place.id);
  expect((await cases()).map(({ language, outcome }) => `${language} ${outcome}`).sort()).toEqual(["en null", "fr ELSEWHERE"]);
});

test("whoever leaves for good takes their requests out of the queue, with their words", async () => {
  const asker = await person("Amélie");
  await askForRole(asker, { role: "HOST", reason: "My reason." });
  await keepRoleCases(asker.id);
  await db.$transaction((tx) => eraseFromCases(tx, { id: asker.id, email: "amelie@example.org", language: "en" }));

  expect(await cases()).toMatchObject([{ title: "", words: "", outcome: "GONE" }]);
});
