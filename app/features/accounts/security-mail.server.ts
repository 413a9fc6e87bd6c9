import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { composeMail, type Mail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

/** What can have changed in how an account is entered. */
export type SecurityNews =
  | "authenticatorAdded"
  | "authenticatorRemoved"
  | "passkeyAdded"
  | "passkeyRemoved"
  | "recoveryCodesMade"
  | "recoveryCodeUsed"
  | "passwordRemoved"
  | "factorsReset";

/** Tells that the way into an account has changed. `count` is that of the recovery codes that are left. */
export function securityMail(language: Language, news: SecurityNews, count: number): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t(`security.mail.${news}.subject`),
    paragraphs: [
      t(`security.mail.${news}.text`),
      ...(news === "recoveryCodeUsed" ? [t("security.mail.left", { count })] : []),
      t(news === "factorsReset" ? "security.mail.askAdministrators" : "security.mail.notYou"),
    ],
    action: { label: t("security.mail.action"), path: pathTo(language, "security") },
  });
}
