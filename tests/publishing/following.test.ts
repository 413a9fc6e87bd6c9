import { expect, test } from "vitest";

import { summaryKind } from "~/features/evidence/summary-kind.server";
import { kinds } from "~/features/library/kinds.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { followWork, listFollowedWorks } from "~/features/publishing/following.server";
import { getPlainWork } from "~/features/publishing/work.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { publishAgain, publishedSummary } from "#tests/support/claims";
import { change, publish } from "#tests/support/editions";
import { status } from "#tests/support/refusals";
import { statementsOf } from "#tests/support/statements";
import { summaryFields } from "#tests/support/summaries";
import { faceAt, guide, organization, person } from "#tests/support/world";

const titles = async (actor: Parameters<typeof listFollowedWorks>[1]) =>
  (await listFollowedWorks(kinds, actor, "fr")).map(({ of, title }) => `${of} ${title}`);

const isFollowed = async (viewer: Parameters<typeof getPlainWork>[1], slug: string) => {
  const work = await getPlainWork(practiceKind, viewer, "en", slug);
  return work.outcome === "page" && work.isFollowed;
};

async function published(fields = {}) {
  const riverside = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [riverside] });
  return { riverside, amira, ...(await guide({ by: amira, state: "PUBLISHED", fields })) };
}

/** What follows from the last event of this name. */
async function after(name: string) {
  const { id } = await db.event.findFirstOrThrow({ where: { name }, orderBy: { id: "desc" }, select: { id: true } });
  await fanOutJob({ eventId: id });
}

const told = async () =>
  (await db.notification.findMany({ where: { kind: "version_published" }, include: { account: { select: { name: true } } } }))
    .map(({ account, count }) => `${account.name} ${count}`)
    .toSorted();

test("one follows a guide and a summary, finds both on the list, and stops", async () => {
  const { slug, amira } = await published();
  const { title } = await faceAt(slug);
  const zoe = await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization("Elsewhere")] });
  const summary = await publishedSummary(zoe, { fields: summaryFields() });
  const maya = await person("Maya");
  await followWork(practiceKind, maya, "en", slug, true);
  await followWork(summaryKind, maya, "en", summary.slug, true);

  expect(await isFollowed(maya, slug)).toBe(true);
  expect(await isFollowed(amira, slug)).toBe(false);
  expect(await titles(maya)).toEqual([`summary ${(await faceAt(summary.slug)).title}`, `practice ${title}`]);

  await followWork(practiceKind, maya, "en", slug, false);
  expect(await isFollowed(maya, slug)).toBe(false);
  expect(await titles(maya)).toHaveLength(1);
});

test("what is hidden from someone, not published, out of use or nowhere cannot be followed", async () => {
  const { slug, amira } = await published({ visibility: "ORGANIZATION" });
  const draft = await guide({ by: amira, fields: { title: "A draft of walks" } });
  const maya = await person("Maya");
  const refusal = (actor: typeof maya, at: string) => status(followWork(practiceKind, actor, "en", at, true));

  expect(await refusal(maya, slug)).toBe(404);
  expect(await refusal(amira, draft.slug)).toBe(404);
  expect(await refusal(maya, "nowhere")).toBe(404);
  expect(await status(followWork(summaryKind, amira, "en", slug, true))).toBe(404);
  await followWork(practiceKind, amira, "en", slug, true);
  await followWork(practiceKind, amira, "en", slug, false);
  await db.contribution.updateMany({ data: { retiredAt: new Date() } });
  expect(await refusal(amira, slug)).toBe(404);
  expect(await db.follow.findMany()).toMatchObject([{ accountId: amira.id, level: "NORMAL" }]);
});

test("the list leaves out what someone may no longer read, and what moderation hides", async () => {
  const { slug } = await published();
  const maya = await person("Maya");
  await followWork(practiceKind, maya, "en", slug, true);
  expect(await titles(maya)).toHaveLength(1);
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  expect(await titles(maya)).toEqual([]);
  await db.contribution.updateMany({ data: { visibility: "PUBLIC", hiddenAt: new Date() } });
  expect(await titles(maya)).toEqual([]);
});

test("those who follow a guide are told of a new version, once for each, as long as they follow it and may read it", async () => {
  const { slug, amira, riverside } = await published();
  const [maya, farid] = [await person("Maya"), await person("Farid", { organizations: [riverside] })];
  for (const reader of [maya, farid]) await followWork(practiceKind, reader, "en", slug, true);
  const again = async (body: string) => {
    await change(amira, slug, { body });
    await publish(amira, slug);
    await after("practice.approved");
  };
  const { body } = (await faceAt(slug)).revisions.at(-1) ?? { body: "" };

  await again(`${body}\n\nMore.`);
  await after("practice.approved");
  expect(await told()).toEqual(["Farid 1", "Maya 1"]);

  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  await change(amira, slug, { visibility: "ORGANIZATION" });
  await again(`${body}\n\nStill more.`);
  expect(await told()).toEqual(["Farid 2", "Maya 1"]);

  await followWork(practiceKind, farid, "en", slug, false);
  await again(`${body}\n\nAnd more.`);
  expect(await told()).toEqual(["Farid 2", "Maya 1"]);
});

test("those who follow a summary are told of a new version", async () => {
  const zoe = await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization()] });
  const { slug } = await publishedSummary(zoe, { fields: summaryFields() });
  const maya = await person("Maya");
  await followWork(summaryKind, maya, "en", slug, true);
  await publishAgain(zoe, slug, { summary: "What is known by now of walks in company." });
  await after("summary.approved");

  expect(await told()).toEqual(["Maya 1"]);
});

test("the page asks whether one follows it in the question that it asks anyway", async () => {
  const { slug, amira } = await published();

  expect(await isFollowed(null, slug)).toBe(false);
  expect(await statementsOf(() => isFollowed(amira, slug))).toHaveLength(1);
});
