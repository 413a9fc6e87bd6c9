import type { Viewer } from "~/features/accounts/actor";
import type { FaceState } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import type { Details, Fields } from "./fields";
import type { Kind } from "./kinds.server";
import { mayFor, type Subject } from "./policy";

/** One face with its contribution, locked until the transaction ends: whoever comes second sees what the first one did. */
export type Loaded = Awaited<ReturnType<typeof loadFace>>;

/** Loads a face for a change, by its address. What the viewer may not see does not exist: 404. */
export async function loadFace(tx: Transaction, kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const address = found(
    await tx.faceSlug.findUnique({ where: { kind_language_slug: { kind: kind.kind, language, slug } }, select: { faceId: true } }),
  );
  await tx.$queryRaw`
    SELECT 1 FROM "Contribution" c JOIN "Face" f ON f."contributionId" = c.id WHERE f.id = ${address.faceId}::uuid FOR UPDATE`;
  const face = await tx.face.findUniqueOrThrow({
    where: { id: address.faceId },
    omit: { text: true },
    include: {
      contribution: {
        include: {
          authors: { select: { accountId: true } },
          faces: { select: { id: true, language: true, slug: true, state: true, publishedRevisionId: true } },
        },
      },
    },
  });
  const { contribution, ...own } = face;
  const subject = await subjectOf(tx, contribution);
  if (!mayFor(kind).read(viewer, subject)) throw notFound();

  return { face: own, contribution, subject };
}

type Row = {
  id: string;
  organizationId: string;
  visibility: Subject["visibility"];
  creatorId: string | null;
  retiredAt: Date | null;
  discardedAt: Date | null;
  hiddenAt: Date | null;
  publishedAt: Date | null;
  faces: { state: FaceState }[];
  authors: { accountId: string | null }[];
};

/** What the policy has to know of a contribution. */
export async function subjectOf(tx: Transaction, contribution: Row): Promise<Subject> {
  const revisions = await tx.revision.findMany({
    where: { face: { contributionId: contribution.id }, authorId: { not: null } },
    distinct: ["authorId"],
    select: { authorId: true },
  });
  return subjectFrom(contribution, revisions);
}

/** The same of several at once, in their order. */
export async function subjectsOf(tx: Transaction, contributions: Row[]): Promise<Subject[]> {
  const revisions = await tx.$queryRaw<{ contributionId: string; authorId: string }[]>`
    SELECT DISTINCT f."contributionId", r."authorId" FROM "Revision" r JOIN "Face" f ON f.id = r."faceId"
    WHERE f."contributionId" = ANY(${contributions.map(({ id }) => id)}::uuid[]) AND r."authorId" IS NOT NULL`;

  return contributions.map((contribution) =>
    subjectFrom(
      contribution,
      revisions.filter(({ contributionId }) => contributionId === contribution.id),
    ),
  );
}

function subjectFrom(contribution: Row, revisions: { authorId: string | null }[]): Subject {
  const writers = [
    contribution.creatorId,
    ...contribution.authors.map(({ accountId }) => accountId),
    ...revisions.map(({ authorId }) => authorId),
  ];

  return {
    organizationId: contribution.organizationId,
    visibility: contribution.visibility,
    isPublished: contribution.publishedAt !== null,
    isRetired: contribution.retiredAt !== null,
    isDiscarded: contribution.discardedAt !== null,
    isHidden: contribution.hiddenAt !== null,
    isInReview: contribution.faces.some(({ state }) => state === "IN_REVIEW"),
    writerIds: [...new Set(writers.filter((id) => id !== null))],
  };
}

type StoredText = { title: string; summary: string; body: string; sources: string; details: unknown };

/** A stored revision as the fields that a person writes. */
export const fieldsOf = (revision: StoredText): Fields => ({
  title: revision.title,
  summary: revision.summary,
  body: revision.body,
  sources: revision.sources,
  ...(revision.details as Details),
});
