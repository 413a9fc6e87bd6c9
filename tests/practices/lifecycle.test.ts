import { expect, test } from "vitest";

import {
  discardPractice,
  recoverPractice,
  restorePractice,
  retirePractice,
  reviewPractice,
  revisePractice,
  submitPractice,
  translatePractice,
} from "#tests/support/practices";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { noFilters } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { getPractice } from "~/features/practices/queries.server";
import type { Actor } from "~/features/accounts/actor";
import type { Fields } from "~/features/publishing/fields";
import type { Language } from "~/i18n/languages";
import { getHistory, getRevision } from "~/features/publishing/history.server";
import { getForEdit, listOwn } from "~/features/publishing/queries.server";
import { listReviews } from "~/features/publishing/queue.server";
import { db } from "~/platform/db.server";
import { faceAt, guide, guideFields, openReview, organization, person } from "#tests/support/world";

test("a retired guide says so and points on, and leaves the lists", async () => {
  const { amira, editor } = await people();
  const [old, better] = [
    await guide({ by: amira, state: "PUBLISHED" }),
    await guide({ by: amira, state: "PUBLISHED", fields: { title: "A better guide" } }),
  ];

  await retirePractice(editor, "en", old.slug, {
    reason: "There is a better one.",
    successor: `https://portal.example.org/en/practices/${better.slug}?x=1`,
  });

  expect(await getPractice(null, "en", old.slug)).toMatchObject({
    outcome: "retired",
    reason: "There is a better one.",
    successor: { slug: better.slug },
  });
  expect((await listPractices(null, "en", noFilters)).items.map(({ slug }) => slug)).toEqual([better.slug]);
});

test("a guide is retired once, only when published, and not by its author alone", async () => {
  const { amira, editor } = await people();
  const walk = await guide({ by: amira, state: "PUBLISHED" });
  const reason = { reason: "Out of date since spring.", successor: "" };

  await expect(retirePractice(amira, "en", walk.slug, reason)).rejects.toMatchObject({ status: 403 });
  await expect(retirePractice(editor, "en", walk.slug, { ...reason, successor: "/en/practices/nowhere" })).rejects.toMatchObject({
    status: 422,
  });
  await retirePractice(editor, "en", walk.slug, reason);
  await expect(retirePractice(editor, "en", walk.slug, reason)).rejects.toMatchObject({ status: 409 });
  await expect(
    revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Still writing" }) }),
  ).rejects.toMatchObject({ status: 403 });
  const draft = await guide({ by: amira, fields: { title: "Only a draft" } });
  await expect(retirePractice(editor, "en", draft.slug, reason)).rejects.toMatchObject({ status: 409 });
});

test("a retired guide does not name a successor that is no longer for everyone", async () => {
  const { amira, editor } = await people();
  const old = await guide({ by: amira, state: "PUBLISHED" });
  const better = await guide({ by: amira, state: "PUBLISHED", fields: { title: "A better guide" } });
  await retirePractice(editor, "en", old.slug, { reason: "There is a better one.", successor: better.slug });

  await publishedAs(amira, editor, "en", better.slug, 2, { ...better.fields, visibility: "ORGANIZATION" });

  expect(await getPractice(null, "en", old.slug)).toMatchObject({ outcome: "retired", successor: null });
});

test("a guide that was closed to outsiders is not opened by a translation that was begun before", async () => {
  const { amira, editor } = await people();
  const walk = await guide({ by: amira, state: "PUBLISHED" });
  const french = await translatePractice(amira, "en", walk.slug);
  await publishedAs(amira, editor, "en", walk.slug, 2, { ...walk.fields, visibility: "ORGANIZATION" });
  const text = guideFields({ title: "Lancer un groupe de marche" });

  await publishedAs(amira, editor, "fr", french, 1, text);
  await expect(getPractice(null, "en", walk.slug)).rejects.toMatchObject({ status: 404 });

  await publishedAs(amira, editor, "fr", french, 2, { ...text, summary: `${text.summary} Et plus encore.` });
  await expect(getPractice(null, "en", walk.slug)).rejects.toMatchObject({ status: 404 });

  await publishedAs(amira, editor, "en", walk.slug, 3, { ...walk.fields, visibility: "PUBLIC" });
  expect(await getPractice(null, "en", walk.slug)).toMatchObject({ outcome: "page", visibility: "PUBLIC" });
});

test("the address of a translation that is not published tells a reader nothing", async () => {
  const { amira, editor } = await people();
  const walk = await guide({ by: amira, state: "PUBLISHED", fields: { title: "Known to all" } });
  const french = await translatePractice(amira, "en", walk.slug);
  const secret = "un-titre-que-personne-ne-connait";
  const face = await faceAt(french, "fr");
  await db.faceSlug.create({ data: { kind: "PRACTICE", language: "fr", slug: secret, faceId: face.id } });

  await expect(getPractice(null, "fr", secret)).rejects.toMatchObject({ status: 404 });
  expect(await getPractice(null, "fr", walk.slug)).toMatchObject({ outcome: "page", isMissingHere: true });
  expect(await getPractice(editor, "fr", secret)).toMatchObject({ outcome: "moved" });
});

test("retiring a guide ends the review that its next revision waits for", async () => {
  const { amira, editor } = await people();
  const walk = await guide({ by: amira, state: "PUBLISHED" });
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "The next edition" }) });
  await submitPractice(amira, "en", walk.slug);
  const { id } = await openReview(walk.slug);

  await retirePractice(editor, "en", walk.slug, { reason: "There is a better one.", successor: "" });

  expect(await listReviews(practiceKind, editor, "en")).toEqual([]);
  const late = reviewPractice(editor, "en", walk.slug, { review: id, decision: "APPROVED", comment: "" });
  await expect(late).rejects.toMatchObject({ status: 409 });
  expect(await faceAt(walk.slug)).toMatchObject({ state: "DRAFT", title: walk.fields.title, latestNumber: 3 });
});

test("the other language begins with the same sections in its own words, and leads back", async () => {
  const { amira } = await people();
  const walk = await guide({
    by: amira,
    state: "PUBLISHED",
    fields: { body: guideFields().body.replace("{#purpose}", "{#purpose}").replace("## Steps", "## My own steps") },
  });

  const slug = await translatePractice(amira, "en", walk.slug);

  const face = await faceAt(slug, "fr");
  expect(face).toMatchObject({ state: "DRAFT", latestNumber: 1, contribution: { id: walk.id } });
  expect(face.revisions[0]?.body).toBe("## À quoi sert ce guide {#purpose}\n\n\n## Étapes {#steps}\n\n");
  expect(await translatePractice(amira, "en", walk.slug)).toBe(slug);
  expect(await getForEdit(practiceKind, amira, "fr", slug)).toMatchObject({ source: { title: walk.fields.title } });
});

test("only who may write the guide begins its other language", async () => {
  const { amira } = await people();
  const walk = await guide({ by: amira, state: "PUBLISHED" });
  const draft = await guide({ by: amira, fields: { title: "Only a draft" } });
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(translatePractice(stranger, "en", walk.slug)).rejects.toMatchObject({ status: 403 });
  await expect(translatePractice(stranger, "en", draft.slug)).rejects.toMatchObject({ status: 404 });
});

test("a guide without a French face is offered in English, said to be so, at a French address", async () => {
  const { amira } = await people();
  const walk = await guide({ by: amira, state: "PUBLISHED" });

  expect(await getPractice(null, "fr", walk.slug)).toMatchObject({
    outcome: "page",
    isMissingHere: true,
    guide: { language: "en" },
    alternates: { en: walk.slug },
  });
  expect((await listPractices(null, "fr", noFilters)).items).toMatchObject([{ language: "en" }]);
  expect((await listPractices(null, "fr", { ...noFilters, language: "fr" })).items).toEqual([]);
});

test("an earlier revision is restored as a new one, and nothing of the history is lost", async () => {
  const { amira } = await people();
  const walk = await guide({ by: amira });
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "A mistake" }) });

  expect(await restorePractice(amira, "en", walk.slug, 2)).toBe(4);

  const history = await getHistory(practiceKind, amira, "en", walk.slug);
  expect(history.revisions.map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
    [4, 2],
    [3, null],
    [2, null],
    [1, null],
  ]);
  expect((await faceAt(walk.slug)).title).toBe(walk.fields.title);
  expect((await getRevision(practiceKind, amira, "en", walk.slug, 4)).changes.map(({ field }) => field)).toEqual(["title"]);
});

test("what is the latest already, what does not exist, and what is in review is not restored", async () => {
  const { amira } = await people();
  const walk = await guide({ by: amira });

  await expect(restorePractice(amira, "en", walk.slug, 2)).rejects.toMatchObject({ status: 409 });
  await expect(restorePractice(amira, "en", walk.slug, 99)).rejects.toMatchObject({ status: 404 });
  await submitPractice(amira, "en", walk.slug);
  await expect(restorePractice(amira, "en", walk.slug, 1)).rejects.toMatchObject({ status: 409 });
});

test("history and revisions are for those who work on the guide, readers are refused and strangers find nothing", async () => {
  const { amira } = await people();
  const [open, draft] = [await guide({ by: amira, state: "PUBLISHED" }), await guide({ by: amira, fields: { title: "Only a draft" } })];

  await expect(getHistory(practiceKind, null, "en", open.slug)).rejects.toMatchObject({ status: 403 });
  await expect(getHistory(practiceKind, null, "en", draft.slug)).rejects.toMatchObject({ status: 404 });
  await expect(getRevision(practiceKind, null, "en", draft.slug, 1)).rejects.toMatchObject({ status: 404 });
});

test("a guide that was never published can be put away and brought back", async () => {
  const { amira } = await people();
  const walk = await guide({ by: amira });

  await discardPractice(amira, "en", walk.slug);
  expect(await listOwn(practiceKind, amira)).toMatchObject([{ isDiscarded: true }]);
  await expect(submitPractice(amira, "en", walk.slug)).rejects.toMatchObject({ status: 403 });
  await expect(discardPractice(amira, "en", walk.slug)).rejects.toMatchObject({ status: 409 });

  await recoverPractice(amira, "en", walk.slug);
  expect(await listOwn(practiceKind, amira)).toMatchObject([{ isDiscarded: false }]);
  await expect(recoverPractice(amira, "en", walk.slug)).rejects.toMatchObject({ status: 409 });
});

test("what is published or in review is not put away, and not by strangers", async () => {
  const { amira } = await people();
  const [open, waiting, draft] = [
    await guide({ by: amira, state: "PUBLISHED" }),
    await guide({ by: amira, state: "IN_REVIEW", fields: { title: "Waiting for review" } }),
    await guide({ by: amira, fields: { title: "Only a draft" } }),
  ];
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(discardPractice(amira, "en", open.slug)).rejects.toMatchObject({ status: 409 });
  await expect(discardPractice(amira, "en", waiting.slug)).rejects.toMatchObject({ status: 409 });
  await expect(discardPractice(stranger, "en", draft.slug)).rejects.toMatchObject({ status: 404 });
});

test("the queue shows what waits, oldest first, to those who review; what one wrote oneself is marked", async () => {
  const { amira, editor } = await people();
  const first = await guide({ by: amira, state: "IN_REVIEW" });
  const second = await guide({
    by: { ...editor, organizations: amira.organizations },
    state: "IN_REVIEW",
    fields: { title: "By the editor" },
  });

  expect(await listReviews(practiceKind, editor, "en")).toMatchObject([
    { id: (await openReview(first.slug)).id, mayDecide: true, isUpdate: false },
    { id: (await openReview(second.slug)).id, mayDecide: false },
  ]);
  await expect(listReviews(practiceKind, amira, "en")).rejects.toMatchObject({ status: 403 });
  await expect(listReviews(practiceKind, null, "en")).rejects.toMatchObject({ status: 403 });
});

async function people() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  return { amira, editor: await person("Éloïse", { roles: ["EDITOR"] }) };
}

/** Writes the next revision of a face and has it published. */
async function publishedAs(author: Actor, editor: Actor, language: Language, slug: string, base: number, fields: Fields) {
  await revisePractice(author, language, slug, { base, sequence: 0, fields });
  await submitPractice(author, language, slug);
  const { id } = await db.review.findFirstOrThrow({ where: { decision: null } });
  await reviewPractice(editor, language, slug, { review: id, decision: "APPROVED", comment: "" });
}
