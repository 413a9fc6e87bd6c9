import { formatTime } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import type { Role, RoleVerdict } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { composeMail, type Mail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

import { permissionsOf } from "./roles";

/** Tells someone, in their language, that a role was granted to them, declined or taken from them, and why. */
export async function mailRoleDecision(decisionId: string) {
  await db.$transaction(async (tx) => {
    const decision = await tx.roleDecision.findUnique({
      where: { id: decisionId },
      include: { account: { select: { email: true, language: true, timeZone: true } } },
    });
    if (decision) await queueMail(tx, decision.account.email, roleMail(decision.account, decision));
  });
}

type Reader = { language: Language; timeZone: string };

type Decision = { role: Role; verdict: RoleVerdict; endsAt: Date | null; note: string };

const wordsOf = { GRANTED: "granted", DECLINED: "declined", REVOKED: "revoked" } as const;

function roleMail({ language, timeZone }: Reader, { role, verdict, endsAt, note }: Decision): Mail {
  const t = translator(language);
  const words = wordsOf[verdict];
  const named = { role: t(`accounts.roles.${role}`) };
  const allowed = verdict === "GRANTED" ? permissionsOf(role).map((permission) => `• ${t(`admin.permission.${permission}`)}`) : [];

  return composeMail(language, {
    subject: t(`admin.mail.${words}.subject`, named),
    paragraphs: [
      t(`admin.mail.${words}.text`, named),
      ...(endsAt ? [t("admin.mail.until", { time: formatTime(endsAt, language, timeZone) })] : []),
      ...(note ? [t("admin.mail.note", { note })] : []),
      ...(allowed.length > 0 ? [t("admin.mail.allowed"), ...allowed] : []),
    ],
    action: { label: t("admin.mail.action"), path: pathTo(language, "roleSettings") },
  });
}
