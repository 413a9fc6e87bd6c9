import { inForce } from "~/features/accounts/administrators.server";
import { type AuditVerdict, verifyAudit } from "~/features/activity/audit.server";
import { THE_PORTAL } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { formatNumber } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { composeMail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

/** Verifies the chain of the audit log and puts on record how it stands. Where it is broken, every administrator is told by mail. */
export async function watchAudit(): Promise<AuditVerdict> {
  const verdict = await verifyAudit();
  const { isSound } = verdict;
  const number = isSound ? verdict.entries : verdict.number;
  if (!isSound) log.error({ fault: verdict.fault, number }, "the audit log is broken");
  await db.$transaction(async (tx) => {
    await record(tx, null, isSound ? "audit.verified" : "audit.broken", THE_PORTAL, { number });
    if (!isSound) await tellAdministrators(tx, number);
  });
  return verdict;
}

async function tellAdministrators(tx: Transaction, number: number) {
  const where = { deactivatedAt: null, roles: { some: { role: "ADMINISTRATOR" as const, ...inForce() } } };
  const administrators = await tx.account.findMany({ where, select: { email: true, language: true } });
  for (const { email, language } of administrators) await queueMail(tx, email, brokenMail(language, number));
}

function brokenMail(language: Language, number: number) {
  const t = translator(language);
  return composeMail(language, {
    subject: t("audit.mail.subject"),
    paragraphs: [t("audit.mail.text", { number: formatNumber(number, language) }), t("audit.mail.next")],
    action: { label: t("audit.mail.action"), path: pathTo(language, "auditLog") },
  });
}
