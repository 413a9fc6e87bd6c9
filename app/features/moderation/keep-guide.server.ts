import { practiceKind } from "~/features/practices/practice-kind.server";
import { barContribution, hideContribution, lockContribution, showContribution } from "~/features/publishing/hiding.server";
import { subjectOf } from "~/features/publishing/load.server";
import { mayFor } from "~/features/publishing/policy";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

import type { Keeper, Thing } from "./subject.server";

/** What moderation does with guides. What was never published is not seen by anyone who could report it. */
export const guideKeeper: Keeper = {
  async find(tx, viewer, language, id) {
    const guide = await findGuide(tx, language, id);
    return guide && mayFor(practiceKind).read(viewer, guide.subject) && !guide.isRetired ? guide.thing : null;
  },
  async load(tx, id) {
    if (!(await lockContribution(tx, id))) return null;
    return (await findGuide(tx, null, id))?.thing ?? null;
  },
  hide: hideContribution,
  show: showContribution,
  remove: barContribution,
  async addressOf(tx, viewer, language, id) {
    const guide = await findGuide(tx, language, id);
    return guide && mayFor(practiceKind).read(viewer, guide.subject) ? pathTo(language, "practice", { slug: guide.slug }) : null;
  },
};

/** A guide in a language, or else in the one in which it was first written; where that is not published, in the other. */
async function findGuide(tx: Transaction, language: Language | null, id: string) {
  const guide = await tx.contribution.findUnique({
    where: { id },
    include: {
      authors: { select: { accountId: true } },
      faces: { where: { publishedRevisionId: { not: null } }, include: { publishedRevision: true } },
    },
  });
  const wanted = language ?? guide?.sourceLanguage;
  const face = guide?.faces.find((one) => one.language === wanted) ?? guide?.faces[0];
  if (!guide || !face?.publishedRevision) return null;

  const subject = await subjectOf(tx, guide);
  const { title, summary, body, sources, number } = face.publishedRevision;
  const thing: Thing = {
    subjectType: "CONTRIBUTION",
    subjectId: id,
    language: face.language,
    categoryId: null,
    organizationIds: [guide.organizationId],
    ownerIds: subject.writerIds,
    authorId: guide.creatorId,
    title,
    words: [summary, body, sources].filter(Boolean).join("\n\n"),
    version: number,
    isHidden: guide.hiddenAt !== null,
    isGone: guide.discardedAt !== null,
  };
  return { thing, subject, slug: face.slug, isRetired: guide.retiredAt !== null };
}
