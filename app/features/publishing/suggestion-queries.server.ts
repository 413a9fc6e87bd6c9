import type { Actor, Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { SuggestionState, Visibility } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, notFound } from "~/platform/errors";
import { pathTo } from "~/platform/paths";

import { byName, getFaceAtWork } from "./face-at-work.server";
import { diffWords } from "./diff";
import type { Kind } from "./kinds.server";
import { subjectOf } from "./load.server";
import { mayFor } from "./policy";
import { visibleTo } from "./queries.server";
import { sectionsByKey } from "./section-changes";

const LIMIT = 100;

const TOGETHER_MS = 200;

/** A face for which words can be offered. */
export type SuggestedFace = {
  language: Language;
  slug: string;
  title: string;
  licence: string;
  visibility: Visibility;
  organizationId: string;
  sections: { key: string; heading: string }[];
};

/** The face that an address names, whole or as a path. Null where it names none. */
export function faceNamedIn(kind: Kind, address: string): { language: Language; slug: string } | null {
  const path =
    address
      .trim()
      .replace(/^https?:\/\/[^/]+/i, "")
      .split(/[?#]/)[0] ?? "";
  for (const language of languages) {
    const start = pathTo(language, kind.name, { slug: "x" }).slice(0, -1);
    const slug = path.startsWith(start) ? (path.slice(start.length).split("/")[0] ?? "") : "";
    if (/^[a-z0-9-]{1,200}$/.test(slug)) return { language, slug };
  }
  return null;
}

/** A published face for which this person may offer words, or null. */
export async function findFaceToSuggest(kind: Kind, viewer: Viewer, language: Language, slug: string): Promise<SuggestedFace | null> {
  // A guide is also read at the address of its other language, where one is missing.
  const addresses = await db.faceSlug.findMany({
    where: { kind: kind.kind, slug },
    select: {
      language: true,
      face: {
        select: {
          slug: true,
          title: true,
          publishedRevision: { select: { sections: true } },
          contribution: { include: { authors: { select: { accountId: true } }, faces: { select: { state: true } } } },
        },
      },
    },
  });
  const address = addresses.find((one) => one.language === language) ?? addresses[0];
  if (!address?.face.publishedRevision) return null;
  const { contribution, publishedRevision, slug: present, title } = address.face;
  if (!mayFor(kind).suggest(viewer, await subjectOf(db, contribution))) return null;

  const { licence, visibility, organizationId } = contribution;
  const sections = (publishedRevision.sections as SuggestedFace["sections"]).map(({ key, heading }) => ({ key, heading }));
  return { language: address.language, slug: present, title, licence, visibility, organizationId, sections };
}

export type WaitingSuggestion = Awaited<ReturnType<typeof listSuggestions>>["waiting"][number];

/** The words offered for a face, oldest first, for those who may revise it: 404 for strangers, 403 for readers. */
export async function listSuggestions(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFaceAtWork(kind, actor, language, slug);
  authorize(may.revise(actor, subject));
  const otherFace = contribution.faces.find((one) => one.id !== face.id);
  const [rows, revision, elsewhere] = await Promise.all([
    db.suggestion.findMany({
      where: { faceId: face.id, state: "OPEN" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: LIMIT,
      select: {
        id: true,
        section: true,
        body: true,
        note: true,
        postId: true,
        author: byName,
        proposer: byName,
        offered: { select: { title: true, slug: true, publishedRevisionId: true } },
        pin: { select: { number: true, revision: { select: { body: true } } } },
      },
    }),
    db.revision.findUniqueOrThrow({
      where: { faceId_number: { faceId: face.id, number: face.latestNumber } },
      select: { sections: true },
    }),
    otherFace ? db.suggestion.count({ where: { faceId: otherFace.id, state: "OPEN" } }) : 0,
  ]);
  const headings = new Map((revision.sections as { key: string; heading: string }[]).map(({ key, heading }) => [key, heading]));
  const until = performance.now() + TOGETHER_MS;
  const waiting = rows.map(({ section, author, proposer, offered, pin, ...row }) => ({
    ...row,
    offer: pin && {
      from: offered?.publishedRevisionId ? { title: offered.title, slug: offered.slug } : null,
      number: pin.number,
      changes: diffWords(
        sectionsByKey(pin.revision.body).get(section)?.text.trimEnd() ?? "",
        row.body.trimEnd(),
        until - performance.now(),
      ),
    },
    heading: headings.get(section) ?? null,
    author: author?.name ?? null,
    proposer: proposer && proposer.id !== author?.id ? proposer.name : null,
  }));
  const other = otherFace && elsewhere > 0 ? { slug: otherFace.slug, language: otherFace.language, count: elsewhere } : null;
  return { title: face.title, slug: face.slug, isInReview: face.state === "IN_REVIEW", waiting, other };
}

/** Words of one's own that someone would like to offer, as they would be used. For anyone else they do not exist (404). */
export async function getOwnSuggestion(kind: Kind, actor: Actor, id: string) {
  const suggestion = await db.suggestion.findUnique({
    where: { id },
    include: {
      proposer: byName,
      face: {
        include: {
          publishedRevision: { select: { sections: true } },
          contribution: { include: { authors: { select: { accountId: true } }, faces: { select: { state: true } } } },
        },
      },
    },
  });
  if (!suggestion || suggestion.authorId !== actor.id || suggestion.face.contribution.kind !== kind.kind) throw notFound();
  const { face, proposer, section, body, note, state, postId } = suggestion;
  // The guide may have been hidden from its readers since.
  if (!mayFor(kind).read(actor, await subjectOf(db, face.contribution))) throw notFound();
  const sections = (face.publishedRevision?.sections ?? []) as { key: string; heading: string }[];
  const { licence, visibility, organizationId } = face.contribution;

  return {
    id,
    body,
    note,
    state,
    postId,
    heading: sections.find(({ key }) => key === section)?.heading ?? null,
    proposer: proposer?.name ?? null,
    guide: { title: face.title, slug: face.slug, language: face.language, licence, visibility, organizationId },
  };
}

/** What someone has to do with the offers of a post: those that wait, and are theirs to take back. Of a guide that is hidden by now, no title. */
export function listOwnSuggestions(kind: Kind, actor: Actor, postId: string) {
  return db.$queryRaw<{ id: string; state: SuggestionState; isAsked: boolean; language: Language; title: string }[]>`
    SELECT u.id, u.state, u.state = 'ASKED' AND u."authorId" = ${actor.id}::uuid AS "isAsked", f.language,
      CASE WHEN ${visibleTo(actor, allows(actor, kind.edit))} THEN f.title ELSE '' END AS title
    FROM "Suggestion" u JOIN "Face" f ON f.id = u."faceId" JOIN "Contribution" c ON c.id = f."contributionId"
    WHERE u."postId" = ${postId}::uuid AND u.state IN ('ASKED', 'OPEN') AND ${actor.id}::uuid IN (u."authorId", u."proposerId")
      AND c.kind = ${kind.kind}::"ContributionKind"
    ORDER BY u."createdAt" LIMIT ${LIMIT}`;
}
