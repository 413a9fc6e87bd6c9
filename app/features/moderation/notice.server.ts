import { notify } from "~/features/notifications/notify.server";
import type { Language } from "~/i18n/languages";
import { translator, type Translate } from "~/i18n/translate";
import type { Transaction } from "~/platform/db.server";
import { composeMail, queueMail } from "~/platform/mail.server";

/** As whom someone is told of a case. */
export type Told = "AUTHOR" | "REPORTER" | "MODERATOR";

/** Of what. */
export type About = "HELD" | "APPROVED" | "RETURNED" | "HIDDEN" | "SHOWN" | "DECIDED" | "APPEALED" | "APPEAL_DECIDED" | "LIFTED" | "ENDED";

/** What someone is told, in their own language. The last notes stand small under it. */
export type NoticeWords = { subject: string; paragraphs: string[]; action?: { label: string; path: string }; notes?: string[] };

type Notice = {
  caseId: string;
  accountId: string;
  role: Told;
  about: About;
  words: (t: Translate, language: Language, timeZone: string) => NoticeWords;
};

/**
 * Tells someone of a case that concerns them, whatever they chose to be told of: by mail, in their inbox, and on the page of their own cases.
 * Whoever has asked to be erased, or rests, is told by mail all the same. Does nothing for who is gone.
 */
export async function tellOfCase(tx: Transaction, { caseId, accountId, role, about, words }: Notice) {
  const person = await tx.account.findUnique({ where: { id: accountId }, select: { email: true, language: true, timeZone: true } });
  if (!person) return;
  const { email, language, timeZone } = person;
  const { subject, paragraphs, action, notes } = words(translator(language), language, timeZone);

  await tx.caseNotice.create({
    data: { caseId, accountId, role, about, language, subject, paragraphs: [...paragraphs, ...(notes ?? [])] },
    select: { id: true },
  });
  await notify(tx, { accountId, kind: "case_news", subject: { type: "CASE", id: caseId }, actorId: null });
  await queueMail(tx, email, composeMail(language, { subject, paragraphs, ...(action ? { action } : {}), ...(notes ? { notes } : {}) }));
}
