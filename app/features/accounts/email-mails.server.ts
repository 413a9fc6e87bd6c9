import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { composeMail, type Mail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

/** To the new address: "is it yours?" It says nothing of the account, since the address may belong to a stranger. */
export function newAddressMail(language: Language, token: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("settings.mail.newAddress.subject"),
    paragraphs: [t("settings.mail.newAddress.text", { site: t("site.name") })],
    action: { label: t("settings.mail.newAddress.action"), path: pathTo(language, "emailConfirmation", { token }) },
    notes: [t("settings.mail.duration"), t("settings.mail.newAddress.notYou")],
  });
}

/** To the present address, which confirms the change or stops it. */
export function oldAddressMail(language: Language, token: string, email: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("settings.mail.oldAddress.subject"),
    paragraphs: [t("settings.mail.oldAddress.text", { address: email }), t("settings.mail.oldAddress.more")],
    action: { label: t("settings.mail.oldAddress.action"), path: pathTo(language, "emailConfirmation", { token }) },
    notes: [t("settings.mail.duration"), t("settings.mail.oldAddress.notYou")],
  });
}

/** To the owner of an address that someone wanted for another account: the page says the same as always, and only the mail tells. */
export function addressKnownMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("settings.mail.known.subject"),
    paragraphs: [t("settings.mail.known.text"), t("settings.mail.known.more")],
    action: { label: t("settings.mail.known.action"), path: pathTo(language, "signIn") },
    notes: [t("settings.mail.known.notYou")],
  });
}

/** The last mail to the old address. */
export function addressLeftMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("settings.mail.changedOld.subject"),
    paragraphs: [t("settings.mail.changedOld.text"), t("settings.mail.changedOld.more")],
  });
}

/** The first mail to the new address, now that it counts. */
export function addressReachedMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("settings.mail.changedNew.subject"),
    paragraphs: [t("settings.mail.changedNew.text")],
    action: { label: t("settings.mail.changedNew.action"), path: pathTo(language, "account") },
  });
}
