import { notify } from "~/features/notifications/notify.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { composeMail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

import { seesThread } from "./audience.server";

const AT_ONCE = 200;

type Due = { accountId: string; postId: string; note: string; email: string; language: Language; title: string | null };

/**
 * Reminds everyone whose bookmark is due: on the portal, and by mail in their own language. Once each: what is told and that it was told are
 * one transaction. Of a post that someone no longer sees they are not reminded.
 */
export async function remindOfBookmarks() {
  for (let count = AT_ONCE; count === AT_ONCE; ) {
    count = await db.$transaction(async (tx) => {
      const due = await takeDue(tx);
      for (const bookmark of due) await remind(tx, bookmark);
      return due.length;
    });
  }
}

/** Those whose time has come, locked, and marked as reminded. Without a title: the post is hidden from them, or they are away. */
async function takeDue(tx: Transaction): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT b."accountId", b."postId" FROM "Bookmark" b WHERE b."remindAt" <= now() AND b."remindedAt" IS NULL
      ORDER BY b."remindAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ), told AS (
      UPDATE "Bookmark" b SET "remindedAt" = now() FROM due WHERE b."accountId" = due."accountId" AND b."postId" = due."postId"
      RETURNING b."accountId", b."postId", b.note
    )
    SELECT told."accountId", told."postId", told.note, a.email::text AS email, a.language,
      (SELECT t.title FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
        WHERE p.id = told."postId" AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seesThread()}) AS title
    FROM told JOIN "Account" a ON a.id = told."accountId"`;
}

async function remind(tx: Transaction, { accountId, postId, note, email, language, title }: Due) {
  if (title === null) return;
  await notify(tx, { accountId, kind: "bookmark_due", subject: { type: "POST", id: postId }, actorId: null });
  const t = translator(language);
  const mail = composeMail(language, {
    subject: t("polls.bookmark.mailSubject", { title }),
    paragraphs: [t("polls.bookmark.mailText", { title }), ...(note ? [t("polls.bookmark.mailNote", { note })] : [])],
    action: { label: t("polls.bookmark.mailOpen"), path: pathTo(language, "postPlace", { id: postId }) },
    notes: [t("polls.bookmark.mailBookmarks")],
  });
  await queueMail(tx, email, mail);
}
