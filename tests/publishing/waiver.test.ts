import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { submit } from "~/features/publishing/review.server";
import { getForWaiver, waive } from "~/features/publishing/waiver.server";
import { db } from "~/platform/db.server";
import { dayIn } from "#tests/support/one-language";
import { retirePractice, reviewPractice, revisePractice, translatePractice } from "#tests/support/practices";
import { guide, guideFields, openReview, organization, person } from "#tests/support/world";

let author: Actor;
let stranger: Actor;
let editor: Actor;
let slug: string;
let other: string;

const form = { reason: "The French is ordered, and comes in March.", until: dayIn(100) };
const alone = { otherLanguage: ["parity.error.alone"] };

beforeEach(async () => {
  const ours = await organization();
  author = await person("Amira Author", { roles: ["PRACTITIONER"], organizations: [ours], steward: true });
  stranger = await person("Sam Stranger");
  editor = await person("Ed Editor", { roles: ["EDITOR"] });
  ({ slug } = await guide({ by: author, state: "DRAFT" }));
});

/** Approves what is in review at an address. */
const approve = async (language: "en" | "fr", at: string) =>
  reviewPractice(editor, language, at, { review: (await openReview(at)).id, decision: "APPROVED", comment: "" });

describe("what is put on record", () => {
  test("is kept with its reason, its day and its author, and can be put off", async () => {
    await waive(practiceKind, author, "en", slug, form);
    await waive(practiceKind, author, "en", slug, { reason: "The translator is ill until the summer.", until: dayIn(200) });

    expect(await db.waiver.findMany()).toMatchObject([
      { language: "fr", reason: "The translator is ill until the summer.", accountId: author.id, until: new Date(dayIn(200)) },
    ]);
    expect(await db.event.count({ where: { name: "practice.waived" } })).toBe(2);
    expect((await getForWaiver(practiceKind, author, "en", slug)).beside).toMatchObject({ is: "none", waiver: { holds: true } });
  });

  test("comes from those who write the text: others get 404, and readers of what is published 403", async () => {
    await expect(waive(practiceKind, stranger, "en", slug, form)).rejects.toMatchObject({ status: 404 });
    await waive(practiceKind, author, "en", slug, form);
    await submit(practiceKind, author, "en", slug);
    await approve("en", slug);
    await expect(waive(practiceKind, stranger, "en", slug, form)).rejects.toMatchObject({ status: 403 });
    await expect(getForWaiver(practiceKind, stranger, "en", slug)).rejects.toMatchObject({ status: 403 });
    expect(await db.waiver.count()).toBe(1);
  });

  test.each([dayIn(-1), dayIn(400)])("is for a day from today on, within a year: not %s", async (until) => {
    await expect(waive(practiceKind, author, "en", slug, { ...form, until })).rejects.toMatchObject({ status: 422 });
    expect(await db.waiver.count()).toBe(0);
  });

  test("is refused once the other language is published, or the text retired", async () => {
    await bothInReview();
    await approve("en", slug);
    await approve("fr", other);
    await expect(waive(practiceKind, author, "en", slug, form)).rejects.toMatchObject({ status: 409 });

    await retirePractice(editor, "en", slug, { reason: "It has ended for good.", successor: "" });
    await expect(waive(practiceKind, author, "en", slug, form)).rejects.toMatchObject({ status: 403 });
  });
});

describe("the rule of both languages", () => {
  test("a text alone is not put up for review, and nothing changes", async () => {
    expect(await submit(practiceKind, author, "en", slug)).toEqual(alone);
    expect(await db.review.count()).toBe(0);
    expect(await db.face.findFirst({ where: { slug } })).toMatchObject({ state: "DRAFT" });
  });

  test("beside a draft it is put up for review, and published when the other one is in review as well", async () => {
    other = await translatePractice(author, "en", slug);
    expect(await submit(practiceKind, author, "en", slug)).toBeNull();
    await expect(approve("en", slug)).rejects.toMatchObject({ status: 409 });
    expect(await db.version.count()).toBe(0);

    await writeFrench();
    expect(await submit(practiceKind, author, "fr", other)).toBeNull();
    await approve("en", slug);
    await approve("fr", other);
    expect(await db.version.count()).toBe(2);
  });

  test("with a day on record it is published alone, but not once that day is over", async () => {
    await waive(practiceKind, author, "en", slug, form);
    expect(await submit(practiceKind, author, "en", slug)).toBeNull();
    await db.waiver.updateMany({ data: { until: new Date(dayIn(-1)) } });
    await expect(approve("en", slug)).rejects.toMatchObject({ status: 409 });

    await db.waiver.updateMany({ data: { until: new Date(dayIn(0)) } });
    await approve("en", slug);
    expect(await db.version.count()).toBe(1);
  });
});

async function bothInReview() {
  other = await translatePractice(author, "en", slug);
  await writeFrench();
  await submit(practiceKind, author, "en", slug);
  await submit(practiceKind, author, "fr", other);
}

const writeFrench = () =>
  revisePractice(author, "fr", other, { base: 1, sequence: 0, fields: guideFields({ title: "Rendre visite ensemble" }) });
