import { expect, test } from "vitest";

import { reviewPractice } from "#tests/support/practices";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { mailDecision } from "~/features/publishing/review-mail.server";
import { db } from "~/platform/db.server";
import { guide, openReview, organization, person } from "#tests/support/world";

test("the author is told of the decision in her own language, with the comment and the way back", async () => {
  const zoe = await person("Zoé", { roles: ["PRACTITIONER"], organizations: [await organization()], language: "fr" });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const walk = await guide({ by: zoe, state: "IN_REVIEW" });
  const review = await openReview(walk.slug);
  await reviewPractice(eloise, "en", walk.slug, { review: review.id, decision: "CHANGES_REQUESTED", comment: "Who pays for the bus?" });

  await mailDecision(practiceKind, review.id);

  const mails = await queuedMails();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: "zoe@example.org", subject: "Modifications demandées\u00a0: Start a walking group" });
  expect(mails[0]?.text).toContain("Who pays for the bus?");
  expect(mails[0]?.text).toContain(`/en/practices/${walk.slug}/edit`);
});

test("a review that is not decided is told to nobody", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const walk = await guide({ by: amira, state: "IN_REVIEW" });

  await mailDecision(practiceKind, (await openReview(walk.slug)).id);

  expect(await queuedMails()).toEqual([]);
});

async function queuedMails() {
  const rows = await db.$queryRaw<{ payload: { to: string; subject: string; text: string } }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send-mail'`;
  return rows.map(({ payload }) => payload);
}
