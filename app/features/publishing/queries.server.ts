import type { Actor, Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { glossary } from "~/features/terminology/glossary.server";
import { hintsIn } from "~/features/terminology/hints";
import { Prisma } from "~/generated/prisma/client";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";
import { plainText } from "~/platform/plain-text";

import { byName, getFaceAtWork } from "./face-at-work.server";
import { type Fields, noDetails } from "./fields";
import type { Kind } from "./kinds.server";
import { fieldsOf } from "./load.server";
import { countBehind } from "./parity-page.server";
import { asTyped } from "./typed-fields";

const OWN_LIMIT = 100;

export type EditPage = Awaited<ReturnType<typeof getForEdit>>;

/** What the form starts from: one's own draft where there is one, else the latest revision; beside it the other language, and how its terms are said in this one. */
export async function getForEdit(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFaceAtWork(kind, actor, language, slug);
  authorize(may.revise(actor, subject));
  const other = contribution.faces.find((one) => one.language === otherLanguage(language));
  const at = { id: face.id, contributionId: contribution.id, language };
  const [latest, draft, source, review, behind, pairs] = await Promise.all([
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
    other ? countBehind(at) : 0,
    other ? glossary() : [],
  ]);
  return {
    slug: face.slug,
    state: face.state,
    isPublished: face.publishedRevisionId !== null,
    fields: asTyped(kind.name, draft ? { ...noDetails, ...(draft.fields as unknown as Fields) } : fieldsOf(latest)),
    base: draft ? (draft.baseRevision?.number ?? latest.number) : latest.number,
    latest: latest.number,
    sequence: draft?.sequence ?? 0,
    draftSavedAt: draft?.updatedAt ?? null,
    source: source && { ...source, hints: hintsIn(`${source.title}\n${source.summary}\n${plainText(source.html)}`, pairs, language) },
    review,
    other: other ? { slug: other.slug } : null,
    behind,
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

export type OwnItem = Awaited<ReturnType<typeof listOwn>>[number];

/** What a person writes on: what they began, are an author of, or have a draft of; newest work first. */
export async function listOwn(kind: Kind, actor: Actor) {
  const seesAll = allows(actor, kind.edit);
  const faces = await db.face.findMany({
    where: {
      contribution: { kind: kind.kind },
      OR: [
        { contribution: { creatorId: actor.id } },
        { contribution: { authors: { some: { accountId: actor.id } } } },
        // A draft alone opens nothing to who has left the organization.
        {
          drafts: { some: { accountId: actor.id } },
          ...(seesAll ? {} : { contribution: { organizationId: { in: actor.organizations.map(({ id }) => id) } } }),
        },
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
      contribution: { select: { id: true, discardedAt: true, hiddenAt: true, retiredAt: true, publishedAt: true } },
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
    isHidden: contribution.hiddenAt !== null,
    isRetired: contribution.retiredAt !== null,
    hasDraft: draft !== undefined,
    comment: review && review.decision !== "WITHDRAWN" ? review.comment : "",
    changedAt: draft?.updatedAt ?? latest?.createdAt ?? null,
    mayDiscard:
      contribution.publishedAt === null &&
      contribution.discardedAt === null &&
      contribution.hiddenAt === null &&
      face.state !== "IN_REVIEW",
  }));
}

/**
 * Which published contributions of a kind stand in a viewer's lists, as a condition on the table `c`: those they may see, but none that moderation
 * hides. Its twin in words: policy.ts.
 */
export function visibleTo(viewer: Viewer, seesAll: boolean): Prisma.Sql {
  if (seesAll) return Prisma.sql`c."hiddenAt" IS NULL`;
  if (viewer === null) return Prisma.sql`(c."hiddenAt" IS NULL AND c.visibility = 'PUBLIC')`;
  const organizationIds = viewer.organizations.map(({ id }) => id);

  return Prisma.sql`(c."hiddenAt" IS NULL
    AND (c.visibility IN ('PUBLIC', 'MEMBERS') OR c."organizationId" = ANY(${organizationIds}::uuid[]) OR c."creatorId" = ${viewer.id}::uuid))`;
}
