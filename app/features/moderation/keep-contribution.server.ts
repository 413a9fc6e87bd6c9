import { kinds } from "~/features/library/kinds.server";
import type { Details } from "~/features/publishing/fields";
import { barContribution, hideContribution, lockContribution, showContribution } from "~/features/publishing/hiding.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { subjectOf } from "~/features/publishing/load.server";
import { mayFor } from "~/features/publishing/policy";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

import type { Keeper, Thing } from "./subject.server";

/** What moderation does with guides and summaries. What was never published is not seen by anyone who could report it. */
export const contributionKeeper: Keeper = {
  async find(tx, viewer, language, id) {
    const found = await findContribution(tx, language, id);
    return found && mayFor(kinds[found.name]).read(viewer, found.subject) && !found.isRetired ? found.thing : null;
  },
  async load(tx, id) {
    if (!(await lockContribution(tx, id))) return null;
    return (await findContribution(tx, null, id))?.thing ?? null;
  },
  hide: hideContribution,
  show: showContribution,
  remove: barContribution,
  async addressOf(tx, viewer, language, id) {
    const found = await findContribution(tx, language, id);
    return found && mayFor(kinds[found.name]).read(viewer, found.subject) ? pathTo(language, found.name, { slug: found.slug }) : null;
  },
};

/** A guide or summary in a language, or else in the one in which it was first written; where that is not published, in the other. */
async function findContribution(tx: Transaction, language: Language | null, id: string) {
  const contribution = await tx.contribution.findUnique({
    where: { id },
    include: {
      authors: { select: { accountId: true } },
      faces: { include: { publishedRevision: true } },
    },
  });
  const wanted = language ?? contribution?.sourceLanguage;
  const published = contribution?.faces.filter(({ publishedRevisionId }) => publishedRevisionId !== null);
  const face = published?.find((one) => one.language === wanted) ?? published?.[0];
  if (!contribution || !face?.publishedRevision) return null;

  const subject = await subjectOf(tx, contribution);
  const { title, summary, body, sources, number, details } = face.publishedRevision;
  const thing: Thing = {
    subjectType: "CONTRIBUTION",
    subjectId: id,
    language: face.language,
    categoryId: null,
    organizationIds: [contribution.organizationId],
    ownerIds: subject.writerIds,
    authorId: contribution.creatorId,
    title,
    words: [summary, body, sources, ownWords(details as Details)].filter(Boolean).join("\n\n"),
    version: number,
    isHidden: contribution.hiddenAt !== null,
    isGone: contribution.discardedAt !== null,
  };
  return { thing, subject, name: kindNameOf(contribution.kind), slug: face.slug, isRetired: contribution.retiredAt !== null };
}

/** What only its kind says: the questions and findings of a summary. */
const ownWords = ({ own = {} }: Details): string =>
  Object.keys(own)
    .filter((name) => name !== "references")
    .sort()
    .flatMap((name) => own[name] ?? [])
    .filter(Boolean)
    .join("\n");
