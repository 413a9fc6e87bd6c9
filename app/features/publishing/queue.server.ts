import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";

import { diffFields } from "./diff";
import { byName, getFaceForReview } from "./face-at-work.server";
import type { Kind } from "./kinds.server";
import { fieldsOf, subjectsOf } from "./load.server";
import { mayFor } from "./policy";
import { besideIt } from "./waiver.server";

/** So many reviews a queue shows. */
export const QUEUE_LIMIT = 50;

export type ReviewPage = Awaited<ReturnType<typeof getReview>>;

/** A submission for those who review: the text as readers would see it, and what changed since it was last published. */
export async function getReview(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFaceForReview(kind, viewer, language, slug);
  authorize(may.seeReviews(viewer) || may.readDrafts(viewer, subject));
  const review = await db.review.findFirst({
    where: { faceId: face.id, decision: null },
    include: { revision: true, submitter: byName, claimant: byName },
  });
  const published = face.publishedRevisionId ? await db.revision.findUnique({ where: { id: face.publishedRevisionId } }) : null;
  const organization = await db.organizationFace.findUnique({
    where: { organizationId_language: { organizationId: contribution.organizationId, language } },
    select: { name: true },
  });

  return {
    slug: face.slug,
    title: review?.revision.title ?? face.title,
    organization: organization?.name ?? "",
    review: review && {
      id: review.id,
      number: review.revision.number,
      fields: fieldsOf(review.revision),
      html: review.revision.html,
      sourcesHtml: review.revision.sourcesHtml,
      words: review.revision.words,
      submittedAt: review.submittedAt,
      submitter: review.submitter,
      claimant: review.claimant,
      changes: published ? diffFields(kind.name, fieldsOf(published), fieldsOf(review.revision)) : [],
    },
    publishedNumber: published?.number ?? null,
    beside: await besideIt(db, contribution, language),
    may: { decide: review !== null && may.review(viewer, subject, review.submitterId) },
    isOwn: viewer !== null && (subject.writerIds.includes(viewer.id) || review?.submitterId === viewer.id),
  };
}

/** What awaits a review, oldest first: for those who review. What the viewer wrote is marked. Refuses all others (403). */
export async function listReviews(kind: Kind, viewer: Viewer, language: Language) {
  authorize(mayFor(kind).seeReviews(viewer));
  const reviews = await db.review.findMany({
    where: { decision: null, face: { contribution: { kind: kind.kind } } },
    orderBy: { submittedAt: "asc" },
    take: QUEUE_LIMIT,
    select: {
      id: true,
      submittedAt: true,
      submitter: byName,
      claimant: byName,
      revision: { select: { title: true, summary: true, words: true, number: true } },
      face: {
        select: {
          slug: true,
          language: true,
          publishedRevisionId: true,
          contribution: {
            select: {
              id: true,
              organizationId: true,
              visibility: true,
              creatorId: true,
              retiredAt: true,
              discardedAt: true,
              hiddenAt: true,
              publishedAt: true,
              authors: { select: { accountId: true } },
              faces: { select: { state: true } },
              organization: { select: { faces: { where: { language }, select: { name: true } } } },
            },
          },
        },
      },
    },
  });
  const subjects = await subjectsOf(
    db,
    reviews.map(({ face }) => face.contribution),
  );
  return reviews.map(({ face, ...review }, index) => ({
    ...review,
    slug: face.slug,
    language: face.language,
    isUpdate: face.publishedRevisionId !== null,
    organization: face.contribution.organization.faces[0]?.name ?? "",
    mayDecide: mayFor(kind).review(viewer, found(subjects[index]), review.submitter?.id ?? null),
  }));
}
