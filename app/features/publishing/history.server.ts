import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

import { diffFields } from "./diff";
import { byName, getFaceAtWork } from "./face-at-work.server";
import type { Kind } from "./kinds.server";
import { isOpenTo } from "./lifecycle";
import { fieldsOf } from "./load.server";

const HISTORY_LIMIT = 50;

/** The revisions of a face, newest first, below the number given. Published ones are open to readers of the contribution's drafts only. */
export async function getHistory(kind: Kind, viewer: Viewer, language: Language, slug: string, below?: number) {
  const { face, contribution, subject, may } = await getFaceAtWork(kind, viewer, language, slug);
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
      isByFormerMember: isByFormerMember(contribution, revision),
      isPublished: id === face.publishedRevisionId,
      isLatest: revision.number === face.latestNumber,
    })),
    next: revisions.length > HISTORY_LIMIT ? (shown.at(-1)?.number ?? null) : null,
    may: { restore: may.revise(viewer, subject) && isOpenTo("revise", face.state) },
  };
}

/** One revision with what changed since another (the one before it, unless `since` says otherwise). */
export async function getRevision(kind: Kind, viewer: Viewer, language: Language, slug: string, number: number, since?: number) {
  const { face, contribution, subject, may } = await getFaceAtWork(kind, viewer, language, slug);
  const revision = found(
    await db.revision.findUnique({ where: { faceId_number: { faceId: face.id, number } }, include: { author: byName } }),
  );
  const before = await db.revision.findUnique({ where: { faceId_number: { faceId: face.id, number: since ?? number - 1 } } });

  return {
    slug: face.slug,
    number,
    since: before?.number ?? null,
    title: revision.title,
    summary: revision.summary,
    own: fieldsOf(revision).own ?? {},
    html: revision.html,
    sourcesHtml: revision.sourcesHtml,
    createdAt: revision.createdAt,
    author: revision.author,
    isByFormerMember: isByFormerMember(contribution, revision),
    restoredFrom: revision.restoredFrom,
    isLatest: number === face.latestNumber,
    isPublished: revision.id === face.publishedRevisionId,
    changes: before ? diffFields(kind.name, fieldsOf(before), fieldsOf(revision)) : [],
    may: {
      restore: number !== face.latestNumber && may.revise(viewer, subject) && isOpenTo("revise", face.state),
    },
  };
}

/** Written here by someone who has left for good. What came with the portal never had an author of ours. */
const isByFormerMember = ({ contentKey }: { contentKey: string | null }, { author }: { author: unknown }) =>
  author === null && contentKey === null;
