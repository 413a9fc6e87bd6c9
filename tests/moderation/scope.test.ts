import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { listCases } from "~/features/moderation/queue.server";
import { queueFiltersOf } from "~/features/moderation/queue-filters";
import { scopeModerator, scopeOf } from "~/features/moderation/scope.server";
import { getScopeForm } from "~/features/moderation/scope-page.server";
import { loader as personPage } from "~/routes/admin/person";
import { action, loader } from "~/routes/admin/moderator-scope";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

import { caseOf } from "./queued";

let administrator: Actor;
let moderator: Actor;

beforeEach(async () => {
  administrator = await person("Ada", { roles: ["ADMINISTRATOR"] });
  moderator = await person("Mona", { roles: ["MODERATOR"] });
});

const nothing = { languages: [], categories: [], organizations: [] };

const titles = async () => (await listCases(moderator, "en", queueFiltersOf(new URL("http://x/")))).items.map(({ title }) => title).sort();

test("what a moderator is to look after narrows what they see, and without a choice they see everything", async () => {
  const place = await category();
  const home = await organization();
  await caseOf({ title: "French", language: "fr" });
  await caseOf({ title: "here", categoryId: place.id });
  await caseOf({ title: "theirs", organizationIds: [home.id], language: "fr" });

  await scopeModerator(administrator, moderator.id, { ...nothing, languages: ["fr"] });
  expect(await titles()).toEqual(["French", "theirs"]);
  await scopeModerator(administrator, moderator.id, { ...nothing, categories: [place.id, place.id] });
  expect(await titles()).toEqual(["here"]);
  await scopeModerator(administrator, moderator.id, { languages: ["fr"], categories: [], organizations: [home.id] });
  expect(await titles()).toEqual(["theirs"]);
  await scopeModerator(administrator, moderator.id, nothing);
  expect(await titles()).toEqual(["French", "here", "theirs"]);

  const events = await db.event.findMany({ where: { name: "moderator.scoped" }, orderBy: { id: "asc" } });
  expect(events.map(({ details, isAudited }) => ({ details, isAudited }))[2]).toEqual({
    details: { languages: 1, categories: 0, organizations: 1 },
    isAudited: true,
  });
});

test("only administrators say so, of others, of moderators, and with what there is", async () => {
  const member = await person("Mia");
  const attempt = (actor: Actor, id: string, changes: object = {}) => status(scopeModerator(actor, id, { ...nothing, ...changes }));

  expect(await attempt(moderator, moderator.id)).toBe(403);
  expect(await attempt(await person("Max", { roles: ["MODERATOR"] }), moderator.id)).toBe(403);
  await db.roleGrant.create({ data: { accountId: administrator.id, role: "MODERATOR" } });
  expect(await attempt(administrator, administrator.id)).toBe(403);
  expect(await attempt(administrator, newId())).toBe(404);
  expect(await attempt(administrator, member.id)).toBe(409);
  expect(await attempt(administrator, moderator.id, { categories: [newId()] })).toBe(422);
  expect(await attempt(administrator, moderator.id, { organizations: [newId()] })).toBe(422);
  expect(await db.moderatorScope.count()).toBe(0);
});

test("of two who say so at once, one stands whole", async () => {
  await Promise.all([
    scopeModerator(administrator, moderator.id, { ...nothing, languages: ["en"] }),
    scopeModerator(administrator, moderator.id, { ...nothing, languages: ["fr"] }),
  ]);
  expect((await scopeOf(db, moderator)).languages).toHaveLength(1);
});

test("a scope that outlives its role does no harm", async () => {
  await scopeModerator(administrator, moderator.id, { ...nothing, languages: ["fr"] });
  await db.roleGrant.deleteMany({ where: { accountId: moderator.id } });
  const former = { ...moderator, roles: [] };
  expect(await status(listCases(former, "en", queueFiltersOf(new URL("http://x/"))))).toBe(403);

  // An administrator looks after everything, whatever was said of them before.
  await caseOf({ title: "English" });
  const risen = { ...moderator, roles: ["ADMINISTRATOR" as const] };
  expect((await listCases(risen, "en", queueFiltersOf(new URL("http://x/")))).items).toHaveLength(1);
});

test("the form shows what is chosen, finds organizations to add, and leads back to the person", async () => {
  const [home, other] = [await organization(), await organization("Elsewhere")];
  await scopeModerator(administrator, moderator.id, { ...nothing, organizations: [home.id] });
  const path = `/en/admin/people/${moderator.id}/scope`;

  const page = await (await loader(visit(administrator, `${path}?q=else`, { id: moderator.id }))).json();
  expect(page).toMatchObject({
    name: "Mona",
    scope: { organizationIds: [home.id] },
    found: [{ id: other.id, href: `${path}?add=${other.id}` }],
  });
  expect(page.organizations.map(({ value }) => value)).toEqual([home.id]);
  const added = await (await loader(visit(administrator, `${path}?add=${other.id},x`, { id: moderator.id }))).json();
  expect(added.organizations.map(({ label }) => label).sort()).toEqual(["Elsewhere", "Riverside Health Centre"]);

  const sent = await action(submission(administrator, path, { id: moderator.id }, { languages: ["fr"], organizations: [other.id] }));
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `/en/admin/people/${moderator.id}`]);
  expect(await scopeOf(db, moderator)).toEqual({ languages: ["fr"], categoryIds: [], organizationIds: [other.id] });
  expect((await action(submission(administrator, path, { id: moderator.id }, { languages: ["de"] }))).status).toBe(422);
  expect(await status(Promise.resolve(action(submission(administrator, path, { id: moderator.id }, { colour: "red" }))))).toBe(400);
  expect(await status(getScopeForm(moderator, "en", moderator.id, []))).toBe(403);
  expect((await personPage(visit(administrator, "/en", { id: moderator.id }))).status).toBe(200);
});
