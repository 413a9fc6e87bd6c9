import { expect, test } from "vitest";

import { claimPracticeReview, reviewPractice, revisePractice, submitPractice, withdrawPractice } from "#tests/support/practices";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { getReview, listReviews } from "~/features/publishing/queue.server";
import { db } from "~/platform/db.server";
import { eventNames, faceAt, guide, guideFields, openReview, organization, person } from "#tests/support/world";

const decision = (review: string, decision: "APPROVED" | "CHANGES_REQUESTED" | "DECLINED", comment = "") => ({ review, decision, comment });

test("an approved guide is published, and the approval is on record", async () => {
  const { eloise, walk, review } = await submitted();

  await reviewPractice(eloise, "en", walk.slug, decision(review.id, "APPROVED"));

  expect(await faceAt(walk.slug)).toMatchObject({
    state: "PUBLISHED",
    publishedRevisionId: review.revisionId,
    contribution: { publishedAt: expect.any(Date), nextReviewDue: expect.any(Date) },
  });
  expect(await getPractice(null, "en", walk.slug)).toMatchObject({ outcome: "page", guide: { title: walk.fields.title } });
  expect((await eventNames()).at(-1)).toBe("practice.approved");
});

test("a guide that is sent back shows its author the comment, and stays hidden from readers", async () => {
  const { amira, eloise, walk, review } = await submitted();

  await reviewPractice(eloise, "en", walk.slug, decision(review.id, "CHANGES_REQUESTED", "Say who pays for the bus."));

  expect(await getPractice(amira, "en", walk.slug)).toMatchObject({
    work: { own: { state: "CHANGES_REQUESTED" }, review: { comment: "Say who pays for the bus." } },
  });
  await expect(getPractice(null, "en", walk.slug)).rejects.toMatchObject({ status: 404 });
});

test("a declined guide can be written on, but not submitted as it is", async () => {
  const { amira, eloise, walk, review } = await submitted();
  await reviewPractice(eloise, "en", walk.slug, decision(review.id, "DECLINED", "This is an advertisement."));

  await expect(submitPractice(amira, "en", walk.slug)).rejects.toMatchObject({ status: 409 });
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Without the advertisement" }) });
  expect(await submitPractice(amira, "en", walk.slug)).toBeNull();
});

test("an author cannot review their own guide, editors included, and nothing is written", async () => {
  const ours = await organization();
  const amira = await person("Amira", { roles: ["EDITOR"], organizations: [ours] });
  const walk = await guide({ by: amira, state: "IN_REVIEW" });

  await expect(reviewPractice(amira, "en", walk.slug, decision((await openReview(walk.slug)).id, "APPROVED"))).rejects.toMatchObject({
    status: 403,
  });

  expect(await faceAt(walk.slug)).toMatchObject({ state: "IN_REVIEW", publishedRevisionId: null });
});

test("an editor who wrote a revision of it cannot review it either", async () => {
  const { amira, eloise, walk } = await submitted();
  await withdrawPractice(amira, "en", walk.slug);
  await revisePractice(eloise, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Mended by the editor" }) });
  await submitPractice(amira, "en", walk.slug);

  await expect(reviewPractice(eloise, "en", walk.slug, decision((await openReview(walk.slug)).id, "APPROVED"))).rejects.toMatchObject({
    status: 403,
  });
});

test("an editor who put another's draft up for review cannot publish it: that takes a second pair of eyes", async () => {
  const ours = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const walk = await guide({ by: amira });
  await submitPractice(eloise, "en", walk.slug);
  const review = (await openReview(walk.slug)).id;

  await expect(reviewPractice(eloise, "en", walk.slug, decision(review, "APPROVED"))).rejects.toMatchObject({ status: 403 });
  await expect(claimPracticeReview(eloise, "en", walk.slug, { review, claimant: "" })).rejects.toMatchObject({ status: 403 });
  expect(await listReviews(practiceKind, eloise, "en")).toMatchObject([{ mayDecide: false }]);
  expect(await getReview(practiceKind, eloise, "en", walk.slug)).toMatchObject({ isOwn: true, may: { decide: false } });
  expect(await faceAt(walk.slug)).toMatchObject({ state: "IN_REVIEW", publishedRevisionId: null });
});

test("practitioners and moderators do not review, strangers do not even see it", async () => {
  const { walk, review, ours } = await submitted();
  const colleague = await person("Chloé", { roles: ["PRACTITIONER"], organizations: [ours] });
  const moderator = await person("Max", { roles: ["MODERATOR"] });

  await expect(reviewPractice(colleague, "en", walk.slug, decision(review.id, "APPROVED"))).rejects.toMatchObject({ status: 403 });
  await expect(reviewPractice(moderator, "en", walk.slug, decision(review.id, "APPROVED"))).rejects.toMatchObject({ status: 404 });
});

test("of two reviews at the same moment, one is told that the guide has moved on", async () => {
  const { eloise, walk, review } = await submitted();
  const farid = await person("Farid", { roles: ["EDITOR"] });

  const outcomes = await Promise.allSettled([
    reviewPractice(eloise, "en", walk.slug, decision(review.id, "APPROVED")),
    reviewPractice(farid, "en", walk.slug, decision(review.id, "CHANGES_REQUESTED", "Too short")),
  ]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 409 } });
  expect(await db.review.count({ where: { decision: { not: null } } })).toBe(1);
});

test("what one editor has claimed, another cannot decide; of two who claim at once one is told", async () => {
  const { eloise, walk, review } = await submitted();
  const farid = await person("Farid", { roles: ["EDITOR"] });
  const outcomes = await Promise.allSettled(
    [eloise, farid].map((editor) => claimPracticeReview(editor, "en", walk.slug, { review: review.id, claimant: "" })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

  const loser = outcomes[0]?.status === "rejected" ? eloise : farid;
  await expect(reviewPractice(loser, "en", walk.slug, decision(review.id, "APPROVED"))).rejects.toMatchObject({ status: 409 });

  const winner = loser === eloise ? farid : eloise;
  await claimPracticeReview(loser, "en", walk.slug, { review: review.id, claimant: winner.id });
  await reviewPractice(loser, "en", walk.slug, decision(review.id, "APPROVED"));
  expect(await faceAt(walk.slug)).toMatchObject({ state: "PUBLISHED" });
});

test("a submission that was withdrawn can no longer be decided", async () => {
  const { amira, eloise, walk, review } = await submitted();
  await withdrawPractice(amira, "en", walk.slug);

  await expect(reviewPractice(eloise, "en", walk.slug, decision(review.id, "APPROVED"))).rejects.toMatchObject({ status: 409 });
  await expect(withdrawPractice(amira, "en", walk.slug)).rejects.toMatchObject({ status: 409 });
  expect(await faceAt(walk.slug)).toMatchObject({ state: "DRAFT" });
});

test("only what is complete is submitted; what is missing is said by field", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const walk = await guide({ by: amira, fields: { summary: "", topics: [], body: "## Short {#short}\n" } });

  expect(await submitPractice(amira, "en", walk.slug)).toEqual({
    summary: ["publishing.error.summaryTooShort"],
    body: ["publishing.error.bodyTooShort"],
    topics: ["publishing.error.topicMissing"],
  });
  expect(await db.review.count()).toBe(0);
});

test("submitting twice is refused, and strangers cannot submit", async () => {
  const { amira, walk } = await submitted();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(submitPractice(amira, "en", walk.slug)).rejects.toMatchObject({ status: 409 });
  await expect(submitPractice(stranger, "en", walk.slug)).rejects.toMatchObject({ status: 404 });
});

test("a published guide stays live as it is while its next revision is in review", async () => {
  const { amira, eloise, walk, review } = await submitted();
  await reviewPractice(eloise, "en", walk.slug, decision(review.id, "APPROVED"));
  await revisePractice(amira, "en", walk.slug, {
    base: 2,
    sequence: 0,
    fields: guideFields({ title: "The second edition", topics: ["nature"] }),
  });
  await submitPractice(amira, "en", walk.slug);

  expect(await getPractice(null, "en", walk.slug)).toMatchObject({ guide: { title: walk.fields.title }, terms: [{ key: "food" }] });

  await reviewPractice(eloise, "en", walk.slug, decision((await openReview(walk.slug)).id, "APPROVED"));
  expect(await getPractice(null, "en", walk.slug)).toMatchObject({ guide: { title: "The second edition" }, terms: [{ key: "nature" }] });
});

async function submitted() {
  const ours = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const walk = await guide({ by: amira, state: "IN_REVIEW" });
  return { ours, amira, eloise, walk, review: await openReview(walk.slug) };
}
