import type { Actor, Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";

import { diffFields } from "./diff";
import { type Fields, noDetails } from "./fields";
import type { Kind } from "./kinds";
import { isOpenTo } from "./lifecycle";
import { fieldsOf, subjectOf, subjectsOf } from "./load.server";
import { mayFor } from "./policy";

const HISTORY_LIMIT = 50;
/** So many reviews a queue shows. */
export const QUEUE_LIMIT = 50;
const OWN_LIMIT = 100;

const byName = { select: { id: true, name: true } } as const;

/** A face for those who work on it: 404 for everyone else, 403 for readers who may not write. */
async function getFace(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const address = found(
    await db.faceSlug.findUnique({
      where: { kind_language_slug: { kind: kind.kind, language, slug } },
      select: {
        face: {
          omit: { text: true },
          include: {
            contribution: {
              include: {
                authors: { select: { accountId: true } },
                faces: { select: { id: true, language: true, slug: true, state: true, latestNumber: true } },
              },
            },
          },
        },
      },
    }),
  );
  const subject = await subjectOf(db, address.face.contribution);
  const may = mayFor(kind);
  if (!may.read(viewer, subject)) throw notFound();
  authorize(may.readDrafts(viewer, subject) || may.revise(viewer, subject));

  return { face: address.face, contribution: address.face.contribution, subject, may };
}

export type EditPage = Awaited<ReturnType<typeof getForEdit>>;

/** What the form starts from: one's own draft where there is one, else the latest revision; beside it the other language. */
export async function getForEdit(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFace(kind, actor, language, slug);
  authorize(may.revise(actor, subject) && contribution.retiredAt === null);
  const other = contribution.faces.find((one) => one.language === otherLanguage(language));
  const [latest, draft, source, review] = await Promise.all([
    db.revision.findUniqueOrThrow({ where: { faceId_number: { faceId: face.id, number: face.latestNumber } }, omit: { html: true } }),
    db.draft.findUnique({
      where: { faceId_accountId: { faceId: face.id, accountId: actor.id } },
      include: { baseRevision: { select: { number: true } } },
    }),
    other
      ? db.revision.findUnique({
          where: { faceId_number: { faceId: other.id, number: other.latestNumber } },
          select: { title: true, summary: true, html: true },
        })
      : null,
    lastReview(face.id),
  ]);
  return {
    slug: face.slug,
    state: face.state,
    isPublished: face.publishedRevisionId !== null,
    fields: draft ? { ...noDetails, ...(draft.fields as unknown as Fields) } : fieldsOf(latest),
    base: draft ? (draft.baseRevision?.number ?? latest.number) : latest.number,
    latest: latest.number,
    sequence: draft?.sequence ?? 0,
    draftSavedAt: draft?.updatedAt ?? null,
    source,
    review,
    other: other ? { slug: other.slug } : null,
  };
}

const lastReview = (faceId: string) =>
  db.review.findFirst({
    where: { faceId, OR: [{ decision: null }, { decision: { not: "WITHDRAWN" } }] },
    orderBy: { submittedAt: "desc" },
    select: {
      id: true,
      decision: true,
      comment: true,
      decidedAt: true,
      submittedAt: true,
      decider: byName,
      claimant: byName,
      revision: { select: { number: true } },
    },
  });

export type HistoryPage = Awaited<ReturnType<typeof getHistory>>;

/** The revisions of a face, newest first, below the number given. Published ones are open to readers of the contribution's drafts only. */
export async function getHistory(kind: Kind, viewer: Viewer, language: Language, slug: string, below?: number) {
  const { face, contribution, subject, may } = await getFace(kind, viewer, language, slug);
  const revisions = await db.revision.findMany({
    where: { faceId: face.id, ...(below ? { number: { lt: below } } : {}) },
    orderBy: { number: "desc" },
    take: HISTORY_LIMIT + 1,
    select: { id: true, number: true, title: true, createdAt: true, words: true, restoredFrom: true, author: byName },
  });
  const shown = revisions.slice(0, HISTORY_LIMIT);

  return {
    slug: face.slug,
    title: face.title,
    state: face.state,
    revisions: shown.map(({ id, ...revision }) => ({
      ...revision,
      isPublished: id === face.publishedRevisionId,
      isLatest: revision.number === face.latestNumber,
    })),
    next: revisions.length > HISTORY_LIMIT ? (shown.at(-1)?.number ?? null) : null,
    may: { restore: may.revise(viewer, subject) && contribution.retiredAt === null && isOpenTo("revise", face.state) },
  };
}

export type RevisionPage = Awaited<ReturnType<typeof getRevision>>;

/** One revision with what changed since another (the one before it, unless `since` says otherwise). */
export async function getRevision(kind: Kind, viewer: Viewer, language: Language, slug: string, number: number, since?: number) {
  const { face, contribution, subject, may } = await getFace(kind, viewer, language, slug);
  const revision = found(
    await db.revision.findUnique({ where: { faceId_number: { faceId: face.id, number } }, include: { author: byName } }),
  );
  const before = await db.revision.findUnique({ where: { faceId_number: { faceId: face.id, number: since ?? number - 1 } } });

  return {
    slug: face.slug,
    number,
    since: before?.number ?? null,
    title: revision.title,
    html: revision.html,
    sourcesHtml: revision.sourcesHtml,
    createdAt: revision.createdAt,
    author: revision.author,
    restoredFrom: revision.restoredFrom,
    isLatest: number === face.latestNumber,
    isPublished: revision.id === face.publishedRevisionId,
    changes: before ? diffFields(fieldsOf(before), fieldsOf(revision)) : [],
    may: {
      restore:
        number !== face.latestNumber && may.revise(viewer, subject) && contribution.retiredAt === null && isOpenTo("revise", face.state),
    },
  };
}

export type ReviewPage = Awaited<ReturnType<typeof getReview>>;

/** A submission for those who review: the text as readers would see it, and what changed since it was last published. */
export async function getReview(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFace(kind, viewer, language, slug);
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
    state: face.state,
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
      changes: published ? diffFields(fieldsOf(published), fieldsOf(review.revision)) : [],
    },
    publishedNumber: published?.number ?? null,
    may: { decide: review !== null && may.review(viewer, subject) },
    isOwn: viewer !== null && subject.writerIds.includes(viewer.id),
  };
}

export type QueueItem = Awaited<ReturnType<typeof listReviews>>[number];

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
              discardedAt: true,
              publishedAt: true,
              authors: { select: { accountId: true } },
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
    mayDecide: mayFor(kind).review(viewer, found(subjects[index])),
  }));
}

export type OwnItem = Awaited<ReturnType<typeof listOwn>>[number];

/** What a person writes on: what they began, are an author of, or have a draft of; newest work first. */
export async function listOwn(kind: Kind, actor: Actor) {
  const faces = await db.face.findMany({
    where: {
      contribution: { kind: kind.kind },
      OR: [
        { contribution: { creatorId: actor.id } },
        { contribution: { authors: { some: { accountId: actor.id } } } },
        { drafts: { some: { accountId: actor.id } } },
        { revisions: { some: { authorId: actor.id } } },
      ],
    },
    orderBy: { id: "desc" },
    take: OWN_LIMIT,
    select: {
      slug: true,
      language: true,
      title: true,
      state: true,
      publishedRevisionId: true,
      contribution: { select: { id: true, discardedAt: true, retiredAt: true, publishedAt: true } },
      drafts: { where: { accountId: actor.id }, select: { updatedAt: true, fields: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { createdAt: true, title: true } },
      reviews: { orderBy: { submittedAt: "desc" }, take: 1, select: { decision: true, comment: true } },
    },
  });
  return faces.map(({ drafts: [draft], revisions: [latest], reviews: [review], contribution, publishedRevisionId, ...face }) => ({
    ...face,
    title: (draft?.fields as Fields | undefined)?.title || latest?.title || face.title,
    isPublished: publishedRevisionId !== null,
    isDiscarded: contribution.discardedAt !== null,
    isRetired: contribution.retiredAt !== null,
    hasDraft: draft !== undefined,
    comment: review && review.decision !== "WITHDRAWN" ? review.comment : "",
    changedAt: draft?.updatedAt ?? latest?.createdAt ?? null,
    mayDiscard: contribution.publishedAt === null && contribution.discardedAt === null && face.state !== "IN_REVIEW",
  }));
}

/** Which published contributions of a kind a viewer may see, as a condition on the table `c`. Its twin in words: policy.ts. */
export function visibleTo(viewer: Viewer, seesAll: boolean): Prisma.Sql {
  if (seesAll) return Prisma.sql`TRUE`;
  if (viewer === null) return Prisma.sql`c.visibility = 'PUBLIC'`;
  const organizationIds = viewer.organizations.map(({ id }) => id);

  return Prisma.sql`(c.visibility IN ('PUBLIC', 'MEMBERS') OR c."organizationId" = ANY(${organizationIds}::uuid[]) OR c."creatorId" = ${viewer.id}::uuid)`;
}
