import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { ensureProfile } from "~/features/people/profile.server";
import { action as openCase, loader as caseForm } from "~/routes/moderation/post-case";
import { action as flagOrganization, loader as organizationFlag } from "~/routes/moderation/organization-flag";
import { action as flagPerson, loader as personFlag } from "~/routes/moderation/person-flag";
import { action as flagPost, loader as postFlag } from "~/routes/moderation/post-flag";
import { action as flagPractice, loader as practiceFlag } from "~/routes/contributions/flag";
import { loader as organizationPage } from "~/routes/organizations/show";
import { action as keepAway, loader as distance } from "~/routes/people/distance";
import { action as endDistance, loader as distanceForm } from "~/routes/people/distance-removal";
import { loader as personPage } from "~/routes/people/show";
import { loader as practicePage } from "~/routes/practices/show";
import { loader as distances } from "~/routes/settings/distances";
import { action as reply } from "~/routes/forums/reply";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { summary } from "#tests/support/summaries";
import { guide, organization, person } from "#tests/support/world";

async function world() {
  const home = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [home], steward: true });
  const farid = await person("Farid");
  const talk = await thread({ by: amira, category: await category() });
  for (const { id } of [amira, farid]) await db.$transaction((tx) => ensureProfile(tx, id));
  return { home, amira, farid, talk, post: talk.posts[0] ?? "" };
}

const send = (actor: Actor | null, params: Record<string, string>, fields: Record<string, string> = {}) =>
  submission(actor, "/fr/x", params, fields);

const see = (actor: Actor | null, params: Record<string, string> = {}, path = "/fr/x") => visit(actor, path, params);

test("a post is reported on a page of its own, which leads back to it and says so", async () => {
  const { farid, post } = await world();
  const page = await postFlag(see(farid, { id: post }));
  expect(await page.json()).toMatchObject({ type: "POST", excerpt: "How do you welcome people who come for the first time?", at: null });

  const sent = await flagPost(send(farid, { id: post }, { rule: "respect", words: "Rude." }));
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `/fr/messages/${post}`]);
  expect(sent.headers.get("Set-Cookie")).toContain("flash");
  expect(await (await postFlag(see(farid, { id: post }))).json()).toMatchObject({ at: expect.any(String) });
});

test("what is hidden by its report leads home, since nothing stands there any more", async () => {
  const { farid, post } = await world();
  const sent = await flagPost(send(farid, { id: post }, { rule: "client-data", words: "" }));

  expect([sent.status, sent.headers.get("Location")]).toEqual([302, "/fr"]);
});

test("a report without a rule, with too many words, or with none where they are needed comes back as it was", async () => {
  const { farid, post } = await world();
  const answers = [
    await flagPost(send(farid, { id: post }, { words: "Look." })),
    await flagPost(send(farid, { id: post }, { rule: "no-such-rule", words: "Look." })),
    await flagPost(send(farid, { id: post }, { rule: "spam", words: "x".repeat(1_001) })),
    await flagPost(send(farid, { id: post }, { rule: "other", words: " " })),
  ];

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  expect(await answers[0]?.json()).toEqual({ errors: { rule: ["flags.errors.rule"] }, values: { words: "Look." } });
  expect(await answers[3]?.json()).toMatchObject({ errors: { words: ["flags.errors.words"] }, values: { rule: "other" } });
  await expect(flagPost(send(farid, { id: post }, { rule: "spam", reporter: "x" }))).rejects.toMatchObject({ status: 400 });
  expect(await db.flag.count()).toBe(0);
});

test("guides, people and organizations are reported at their own addresses, in either language", async () => {
  const { amira, farid, home } = await world();
  const { slug } = await guide({ by: amira, state: "PUBLISHED" });
  const organizationSlug = (await db.organizationSlug.findFirstOrThrow({ where: { organizationId: home.id } })).slug;
  const each = [
    { page: practiceFlag, form: flagPractice, slug, type: "CONTRIBUTION" },
    { page: personFlag, form: flagPerson, slug: "amira", type: "ACCOUNT" },
    { page: organizationFlag, form: flagOrganization, slug: organizationSlug, type: "ORGANIZATION" },
  ];

  for (const { page, form, slug, type } of each) {
    expect(await (await page(see(farid, { slug }))).json()).toMatchObject({ type, at: null });
    expect((await form(send(farid, { slug }, { rule: "untrue" }))).status).toBe(302);
    await expect(page(see(farid, { slug: "nobody-here" }))).rejects.toMatchObject({ status: 404 });
    await expect(page(see(amira, { slug }))).rejects.toMatchObject({ status: 403 });
    await expect(page(see(null, { slug }))).rejects.toMatchObject({ status: 302 });
    await expect(form(send(null, { slug }))).rejects.toMatchObject({ status: 302 });
  }
  expect((await db.case.findMany()).map(({ subjectType }) => subjectType).sort()).toEqual(["ACCOUNT", "CONTRIBUTION", "ORGANIZATION"]);
});

test("the report of a summary leads to the same report in the other language, not to one of a guide", async () => {
  const { farid, home } = await world();
  const rosa = await person("Rosa", { roles: ["RESEARCHER"], organizations: [home] });
  const { slug } = await summary({ by: rosa, state: "PUBLISHED" });

  const { alternates } = (await (await practiceFlag(visit(farid, `/en/evidence/${slug}/flag`, { slug }))).json()) as Alternates;
  expect(alternates).toEqual({ en: `/en/evidence/${slug}/flag`, fr: `/fr/donnees-probantes/${slug}/signalement` });
});

type Alternates = { alternates: Record<string, string> };

test("a moderator opens a case with one press and goes to it; others do not", async () => {
  const { farid, post } = await world();
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const sent = await openCase(send(mona, { id: post }));
  const { id } = await db.case.findFirstOrThrow();

  expect(sent.headers.get("Location")).toBe(`/fr/moderation/dossiers/${id}`);
  expect(caseForm(see(mona, { id: post })).headers.get("Location")).toBe(`/fr/messages/${post}`);
  await expect(openCase(send(farid, { id: post }))).rejects.toMatchObject({ status: 403 });
  await expect(openCase(send(null, { id: post }))).rejects.toMatchObject({ status: 302 });
  await expect(openCase(send(mona, { id: post }, { rule: "spam" }))).rejects.toMatchObject({ status: 400 });
});

test("the ways to report are for members to whom a page does not belong", async () => {
  const { amira, farid } = await world();
  const { slug } = await guide({ by: amira, state: "PUBLISHED" });
  const { slug: home } = await db.organizationSlug.findFirstOrThrow();
  const told = async (viewer: Actor | null) => [
    (await (await practicePage(visit(viewer, "/en/x", { slug }))).json()).mayFlag,
    (await (await organizationPage(visit(viewer, "/en/x", { slug: home }))).json()).mayFlag,
    (
      await await personPage(visit(viewer, "/en/x", { slug: "amira" })).then(
        (answer) => answer.json(),
        () => ({ concerns: null }),
      )
    ).concerns,
  ];

  expect(await told(farid)).toEqual([true, true, { mayFlag: true }]);
  expect(await told({ ...farid, isSilenced: true })).toEqual([false, false, { mayFlag: false }]);
  expect(await told(amira)).toEqual([false, false, null]);
  expect(await told(null)).toEqual([false, false, null]);
});

test("someone is muted or blocked on a page that asks, and heard of again from the list", async () => {
  const { amira, farid, post } = await world();
  expect(await (await distance(see(farid, { id: amira.id }, `/fr/x?to=/fr/messages/${post}`))).json()).toEqual({
    person: { id: amira.id, name: "Amira", isStaff: false, kept: null },
    to: `/fr/messages/${post}`,
  });

  const sent = await keepAway(send(farid, { id: amira.id }, { kind: "BLOCKED", to: `/fr/messages/${post}` }));
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `/fr/messages/${post}`]);
  const led = await keepAway(send(farid, { id: amira.id }, { kind: "MUTED", to: "https://example.org/" }));
  expect(led.headers.get("Location")).toBe("/fr/parametres/distances");
  expect((await (await distances(see(farid))).json()).people).toMatchObject([{ name: "Amira", isBlocked: false }]);

  expect((await endDistance(send(farid, { id: amira.id }))).headers.get("Location")).toBe("/fr/parametres/distances");
  expect(distanceForm(see(farid, { id: amira.id })).headers.get("Location")).toBe("/fr/parametres/distances");
  expect((await (await distances(see(farid))).json()).people).toEqual([]);
});

test("what cannot be muted or blocked is refused, and visitors are sent to sign in", async () => {
  const { farid } = await world();
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const sent = await keepAway(send(farid, { id: mona.id }, { kind: "BLOCKED" }));
  expect([sent.status, await sent.json()]).toMatchObject([422, { errors: { kind: ["flags.distances.errors.staff"] } }]);
  expect((await keepAway(send(farid, { id: mona.id }, {}))).status).toBe(422);

  await expect(distance(see(farid, { id: farid.id }))).rejects.toMatchObject({ status: 422 });
  await expect(distance(see(farid, { id: newId() }))).rejects.toMatchObject({ status: 404 });
  for (const page of [distance, distances]) await expect(page(see(null, { id: mona.id }))).rejects.toMatchObject({ status: 302 });
  for (const form of [keepAway, endDistance]) await expect(form(send(null, { id: mona.id }))).rejects.toMatchObject({ status: 302 });
});

test("an answer to someone who does not want it comes back with its words, and goes to the thread when it is sent again", async () => {
  const { amira, farid, talk, post } = await world();
  await keepAway(send(amira, { id: farid.id }, { kind: "BLOCKED" }));
  const form = { id: newId(), kind: "REPLY", thread: talk.id, sequence: "0", language: "en", body: "What I wanted to say." };
  const params = { id: talk.id, slug: talk.slug };
  const back = await reply(submission(farid, "/en/x", params, { ...form, replyTo: post }));
  const again: unknown = await back.json();

  expect(back.status).toBe(403);
  expect(again).toMatchObject({
    errors: { "": ["flags.distances.refusedReply"] },
    values: { body: "What I wanted to say.", replyTo: "" },
    around: { answering: null },
  });
  expect((await reply(submission(farid, "/en/x", params, { ...form, replyTo: "" }))).status).toBe(302);
  expect(await db.post.count()).toBe(2);
});
