import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { composeMail, type Mail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

/** "Is this address yours?" */
export function confirmationMail(language: Language, token: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("accounts.mail.confirm.subject"),
    paragraphs: [t("accounts.mail.confirm.text", { site: t("site.name") })],
    action: { label: t("accounts.mail.confirm.action"), path: pathTo(language, "verifyEmail", { token }) },
    notes: [t("accounts.mail.confirm.duration"), t("accounts.mail.confirm.notYou")],
  });
}

/** For who signs up a second time: the page says the same as to everyone, and only the mail tells. */
export function alreadyRegisteredMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("accounts.mail.known.subject"),
    paragraphs: [t("accounts.mail.known.text"), t("accounts.mail.known.more")],
    action: { label: t("accounts.mail.known.action"), path: pathTo(language, "signIn") },
    notes: [t("accounts.mail.known.notYou")],
  });
}

/** The way to a new password. */
export function newPasswordMail(language: Language, token: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("accounts.mail.reset.subject"),
    paragraphs: [t("accounts.mail.reset.text")],
    action: { label: t("accounts.mail.reset.action"), path: pathTo(language, "newPassword", { token }) },
    notes: [t("accounts.mail.reset.duration"), t("accounts.mail.reset.notYou")],
  });
}

/** Tells that the password is another one now, so that a stranger cannot change it unnoticed. */
export function passwordChangedMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("accounts.mail.changed.subject"),
    paragraphs: [t("accounts.mail.changed.text"), t("accounts.mail.changed.more")],
    action: { label: t("accounts.mail.changed.action"), path: pathTo(language, "forgottenPassword") },
  });
}
