import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { composeMail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

import type { Kind } from "./kinds.server";

const wordsOf = { APPROVED: "approved", CHANGES_REQUESTED: "changes", DECLINED: "declined" } as const;

/**
 * Tells those who wrote a text what was decided about it, each in their own language: its creator, its authors and who
 * submitted it, but neither the one who decided nor accounts at rest. Does nothing for a review that has no decision to tell.
 */
export async function mailDecision(kind: Kind, reviewId: string) {
  await db.$transaction(async (tx) => {
    const review = await tx.review.findUnique({
      where: { id: reviewId },
      include: {
        revision: { select: { title: true } },
        face: { include: { contribution: { include: { authors: { select: { accountId: true } } } } } },
      },
    });
    if (!review?.decision || review.decision === "WITHDRAWN") return;

    const { contribution, language, slug } = review.face;
    const ids = [review.submitterId, contribution.creatorId, ...contribution.authors.map(({ accountId }) => accountId)];
    const recipients = await tx.account.findMany({
      where: { id: { in: ids.filter((id) => id !== null && id !== review.deciderId) as string[] }, deactivatedAt: null },
      select: { email: true, language: true },
    });
    for (const { email, language: theirs } of recipients)
      await queueMail(
        tx,
        email,
        decisionMail(kind, theirs, { decision: review.decision, comment: review.comment, title: review.revision.title, language, slug }),
      );
  });
}

type Told = { decision: keyof typeof wordsOf; comment: string; title: string; language: Language; slug: string };

function decisionMail(kind: Kind, language: Language, { decision, comment, title, slug, language: faceLanguage }: Told) {
  const t = translator(language);
  const words = wordsOf[decision];
  const approved = decision === "APPROVED";

  return composeMail(language, {
    subject: t(`publishing.mail.${words}Subject`, { title }),
    paragraphs: [t(`publishing.mail.${words}Text`, { title }), ...(comment ? [comment] : [])],
    action: {
      label: t(approved ? "publishing.mail.openGuide" : "publishing.mail.openEditor"),
      path: pathTo(faceLanguage, approved ? kind.name : `${kind.name}Edit`, { slug }),
    },
    ...(approved ? {} : { notes: [t("publishing.mail.keptNote")] }),
  });
}
