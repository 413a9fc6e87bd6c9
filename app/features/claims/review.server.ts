import { z } from "zod";

import { type Actor, isInGoodStanding, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { getFaceAtWork } from "~/features/publishing/face-at-work.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { loadFace } from "~/features/publishing/load.server";
import { mayFor, type Subject } from "~/features/publishing/policy";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, notFound } from "~/platform/errors";

import { limits } from "./limits";
import { listNotices } from "./review-queries.server";

/** Which notices someone has looked at, and what came of it. */
export const reviewSchema = z.object({
  notice: z
    .array(z.uuid("publishing.error.unknownChoice"))
    .min(1, "claims.error.noticeMissing")
    .max(200, "publishing.error.tooManyChoices"),
  outcome: z.enum(["STANDS", "REVISED"], "claims.error.outcomeMissing"),
  note: z.string().trim().min(10, "claims.error.reviewNoteMissing").max(limits.reviewNote, `claims.error.noteTooLong:${limits.reviewNote}`),
});

/** Who says on record that a guide was looked at again after its evidence had changed: who may revise it, and who runs its organization. */
const mayReviewEvidence = (kind: Kind, viewer: Viewer, subject: Subject): boolean =>
  !subject.isRetired &&
  !subject.isDiscarded &&
  isInGoodStanding(viewer) &&
  (mayFor(kind).revise(viewer, subject) || isStewardOf(viewer, subject.organizationId));

/** What has changed under the sections of a guide, for those who may look at it again; and what was looked at. Refuses others (404, 403). */
export async function getEvidenceReview(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const { face, contribution, subject } = await getFaceAtWork(kind, viewer, language, slug);
  authorize(mayReviewEvidence(kind, viewer, subject));
  const revision = await db.revision.findFirstOrThrow({
    where: face.publishedRevisionId === null ? { faceId: face.id, number: face.latestNumber } : { id: face.publishedRevisionId },
    select: { title: true, sections: true },
  });
  const headings = new Map((revision.sections as { key: string; heading: string }[]).map(({ key, heading }) => [key, heading]));
  const notices = await listNotices(viewer, language, contribution.id);
  return {
    slug: face.slug,
    title: revision.title,
    notices: notices.map((notice) => ({
      ...notice,
      heading: headings.get(notice.section) ?? notice.section,
      isThere: headings.has(notice.section),
    })),
  };
}

/**
 * Says on record that sections were looked at again after their evidence had changed. Refuses who may not (404, 403), what is no notice of the
 * guide (404), and one that someone else has cleared meanwhile (409): then nothing is cleared.
 */
export async function clearNotices(kind: Kind, actor: Actor, language: Language, slug: string, input: z.output<typeof reviewSchema>) {
  await db.$transaction(async (tx) => {
    const { contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayReviewEvidence(kind, actor, subject));
    const ids = [...new Set(input.notice)];
    const notices = await tx.evidenceNotice.findMany({
      where: { id: { in: ids }, contributionId: contribution.id },
      select: { id: true, section: true, cause: true, clearedAt: true },
    });
    if (notices.length < ids.length) throw notFound();
    if (notices.some(({ clearedAt }) => clearedAt !== null)) throw conflict("claims.conflict.cleared");

    const { outcome, note } = input;
    await tx.evidenceNotice.updateMany({ where: { id: { in: ids } }, data: { clearedAt: new Date(), clearerId: actor.id, outcome, note } });
    for (const { id, section, cause } of notices)
      await record(
        tx,
        actor,
        "practice.evidence_reviewed",
        { type: "CONTRIBUTION", id: contribution.id },
        { language, section, cause, outcome, notice: id },
      );
  });
}
