import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";

import type { Kind } from "./kinds.server";
import { subjectOf } from "./load.server";
import { mayFor } from "./policy";

/** How a person is named beside what they did. */
export const byName = { select: { id: true, name: true } } as const;

/** A face for those who work on it, and for reviewers of what is published: 404 for everyone else, 403 for readers who may not write. */
export async function getFaceForReview(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const work = await findFace(kind, viewer, language, slug);
  // A reviewer who comes late is told so, and keeps what was typed.
  const isReviewer = work.face.publishedRevisionId !== null && work.may.seeReviews(viewer);
  authorize(isReviewer || worksOn(viewer, work));
  return work;
}

/** A face for those who work on it: 404 for everyone else, 403 for readers who may not write. */
export async function getFaceAtWork(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const work = await findFace(kind, viewer, language, slug);
  authorize(worksOn(viewer, work));
  return work;
}

const worksOn = (viewer: Viewer, { subject, may }: Awaited<ReturnType<typeof findFace>>) =>
  may.readDrafts(viewer, subject) || may.revise(viewer, subject);

async function findFace(kind: Kind, viewer: Viewer, language: Language, slug: string) {
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
                faces: { select: { id: true, language: true, slug: true, state: true, latestNumber: true, publishedRevisionId: true } },
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

  return { face: address.face, contribution: address.face.contribution, subject, may };
}
