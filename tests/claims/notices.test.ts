import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import type { EventName } from "~/features/activity/events";
import { openNotices } from "~/features/claims/notices.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { guideOn, publishAgain, publishedSummary } from "#tests/support/claims";
import { type Planted, plant } from "#tests/support/lineages";
import { ratings, summaryFields, summaryTranslation } from "#tests/support/summaries";
import { organization, person } from "#tests/support/world";

const rated = (Level: string) => ({ own: { ...summaryFields().own, ...ratings({ Finding: "f1", Level }) } });

async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const steward = await person("Steve", { organizations: [riverside], steward: true });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  const editor = await person("Eve", { roles: ["EDITOR"] });
  const made = await publishedSummary(researcher, { fields: rated("MODERATE") });
  return { riverside, author, steward, researcher, editor, made };
}

/** What follows from the last event of this name. */
async function follow(name: EventName) {
  const { id } = await db.event.findFirstOrThrow({ where: { name }, orderBy: { id: "desc" }, select: { id: true } });
  await fanOutJob({ eventId: id });
}

const notices = () =>
  db.evidenceNotice.findMany({
    orderBy: [{ at: "asc" }, { cause: "asc" }],
    select: { contributionId: true, section: true, cause: true, causeId: true },
  });

const told = async () =>
  (await db.notification.findMany({ where: { kind: "evidence_changed" }, include: { account: { select: { name: true } } } }))
    .map(({ account, subjectType, count }) => `${account.name} ${subjectType} ${count}`)
    .toSorted();

const retract = async (doi: string) => {
  const list = randomUUID();
  await db.retractionList.create({ data: { id: list, name: "list.csv", total: 1, added: 1, retractions: { create: { doi } } } });
  const event = await db.event.create({
    data: { name: "retractions.imported", subjectType: "PORTAL", subjectId: randomUUID(), details: { list }, isAudited: true },
  });
  await fanOutJob({ eventId: event.id });
};

describe("a new version of a summary", () => {
  test("with another certainty flags the section that rests on an earlier one, once, and tells its steward and author", async () => {
    const { author, researcher, made } = await world();
    const { id } = await guideOn(author, made.version);
    const second = await publishAgain(researcher, made.slug, rated("LOW"));
    await follow("summary.approved");
    await follow("summary.approved");

    expect(await notices()).toEqual([{ contributionId: id, section: "purpose", cause: "CERTAINTY", causeId: second }]);
    expect(await told()).toEqual(["Amélie CONTRIBUTION 1", "Steve CONTRIBUTION 1"]);
    const [open] = await openNotices(db, { contributionId: id });
    expect(open?.dueOn.getTime()).toBeGreaterThan(Date.now() + 28 * 86_400_000);
  });

  test("with the same certainty is a new version, and leaves alone who rests on it already", async () => {
    const { author, researcher, made } = await world();
    const { id } = await guideOn(author, made.version);
    const second = await publishAgain(researcher, made.slug, {
      ...rated("MODERATE"),
      summary: "The same bottom line, which is said in other words.",
    });
    await guideOn(author, second, { fields: { title: "A guide on the new version" } });
    await follow("summary.approved");

    expect(await notices()).toMatchObject([{ contributionId: id, cause: "NEW_VERSION", causeId: second }]);
  });

  test("adds another notice when the certainty changes later, and none while the same one stands open", async () => {
    const { author, researcher, made } = await world();
    await guideOn(author, made.version);
    for (const fields of [
      { ...rated("MODERATE"), summary: "The same bottom line, which is said in other words." },
      rated("LOW"),
      rated("VERY_LOW"),
    ]) {
      await publishAgain(researcher, made.slug, fields);
      await follow("summary.approved");
    }
    expect((await notices()).map(({ cause }) => cause).toSorted()).toEqual(["CERTAINTY", "NEW_VERSION"]);
  });

  test("in the other language changes nothing at first, and then only for those who rest on that language, unless the certainty changes", async () => {
    const { author, researcher, made } = await world();
    const { id } = await guideOn(author, made.version);
    const french = await summaryTranslation({
      by: researcher,
      slug: made.slug,
      fields: { title: "Ce que changent les guides", ...rated("MODERATE") },
    });
    await follow("summary.approved");
    expect(await notices()).toEqual([]);

    await publishAgain(
      researcher,
      french,
      {
        ...rated("MODERATE"),
        title: "Ce que changent les guides",
        summary: "Le même résultat, mais dit en d’autres mots que la première fois.",
      },
      { language: "fr" },
    );
    await follow("summary.approved");
    expect(await notices()).toEqual([]);

    await publishAgain(researcher, french, { ...rated("LOW"), title: "Ce que changent les guides" }, { language: "fr" });
    await follow("summary.approved");
    expect(await notices()).toMatchObject([{ contributionId: id, cause: "CERTAINTY" }]);

    await publishAgain(researcher, made.slug, rated("LOW"));
    await follow("summary.approved");
    expect((await notices()).map(({ cause }) => cause).toSorted()).toEqual(["CERTAINTY", "NEW_VERSION"]);
  });
});

describe("a summary that is withdrawn, or cites what was retracted", () => {
  test("flags once, and is told to followers who may read the guide and have not muted it", async () => {
    const { author, editor, made } = await world();
    const { id } = await guideOn(author, made.version);
    const follower = await person("Flo");
    const muted = await person("Mo");
    const organizationOnly = await guideOn(author, made.version, { fields: { title: "For ourselves alone", visibility: "ORGANIZATION" } });
    const follows = [
      { accountId: follower.id, subjectId: id, level: "WATCHING" as const },
      { accountId: muted.id, subjectId: id, level: "MUTED" as const },
      { accountId: follower.id, subjectId: organizationOnly.id, level: "WATCHING" as const },
    ];
    await db.follow.createMany({ data: follows.map((row) => ({ ...row, subjectType: "CONTRIBUTION" as const })) });
    await retireContribution(summaryKind, editor, "en", made.slug, { reason: "It is out of date.", successor: "" });
    await follow("summary.retired");
    await follow("summary.retired");

    expect((await notices()).map(({ cause, causeId }) => [cause, causeId])).toEqual([
      ["WITHDRAWN", made.id],
      ["WITHDRAWN", made.id],
    ]);
    expect(await told()).toEqual([
      "Amélie CONTRIBUTION 1",
      "Amélie CONTRIBUTION 1",
      "Flo CONTRIBUTION 1",
      "Steve CONTRIBUTION 1",
      "Steve CONTRIBUTION 1",
    ]);
  });

  test("gives a week after a retraction, for every guide that rests on the summary", async () => {
    const { author, made } = await world();
    const { id } = await guideOn(author, made.version);
    await db.reference.updateMany({ where: { contributionId: made.id }, data: { doi: "10.1000/kiely" } });
    await retract("10.1000/other");
    expect(await notices()).toEqual([]);

    await retract("10.1000/kiely");
    expect(await notices()).toMatchObject([{ contributionId: id, cause: "RETRACTION" }]);
    const [open] = await openNotices(db, { contributionId: id });
    expect(open?.dueOn.getTime()).toBeLessThan(Date.now() + 8 * 86_400_000);
  });

  test("does not flag for what only a draft of the summary cites", async () => {
    const { author, made } = await world();
    await guideOn(author, made.version);
    const csl = { id: "draft2026", title: "Cited by nobody yet" };
    await db.reference.create({
      data: { contributionId: made.id, key: "draft2026", csl, doi: "10.1000/draft", likeness: "x", styled: {}, styler: 1 },
    });
    await retract("10.1000/draft");
    expect(await notices()).toEqual([]);
  });
});

test("open notices of an organization are those of its guides that are in use, the most urgent first", async () => {
  const { riverside, author, made } = await world();
  const elsewhere = await organization("Elsewhere");
  const ids = Array.from({ length: 3 }, () => randomUUID());
  const [ours = "", theirs = "", gone = ""] = ids;
  const rows: Planted[] = ids.map((id) => ({
    id,
    rootId: id,
    parentId: null,
    organizationId: id === theirs ? elsewhere.id : riverside.id,
    claims: [],
    changes: [],
  }));
  await plant(rows);
  await db.contribution.update({ where: { id: gone }, data: { retiredAt: new Date() } });
  const row = { summaryId: made.id, cause: "NEW_VERSION" as const, causeId: made.version };
  await db.evidenceNotice.createMany({
    data: [
      { ...row, contributionId: ours, section: "b", dueOn: new Date("2026-12-02") },
      { ...row, contributionId: ours, section: "a", dueOn: new Date("2026-12-01") },
      { ...row, contributionId: ours, section: "c", dueOn: new Date("2026-12-01"), clearedAt: new Date() },
      { ...row, contributionId: theirs, section: "a", dueOn: new Date("2026-12-01") },
      { ...row, contributionId: gone, section: "a", dueOn: new Date("2026-12-01") },
    ],
  });
  expect(author.organizations).toEqual([{ id: riverside.id, isSteward: false }]);
  expect((await openNotices(db, { organizationId: riverside.id })).map(({ section }) => section)).toEqual(["a", "b"]);
});
