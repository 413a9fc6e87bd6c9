import { formatList, formatTime } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { composeMail, type Mail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

/** That the account rests now, and how to wake it. */
export function deactivatedMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("leaving.mail.deactivated.subject"),
    paragraphs: [t("leaving.mail.deactivated.text"), t("leaving.mail.deactivated.more")],
    action: { label: t("leaving.mail.signIn"), path: pathTo(language, "signIn") },
    notes: [t("leaving.mail.notYou")],
  });
}

/** That the account will be erased, until when that can be undone, and how. */
export function erasureAskedMail(language: Language, dueAt: Date, timeZone: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("leaving.mail.erasureAsked.subject"),
    paragraphs: [t("leaving.mail.erasureAsked.text", { time: formatTime(dueAt, language, timeZone) }), t("leaving.mail.erasureAsked.more")],
    action: { label: t("leaving.mail.keep"), path: pathTo(language, "signIn") },
    notes: [t("leaving.mail.notYou")],
  });
}

/** That the account is awake again, so that a stranger cannot wake it unnoticed. */
export function keptMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("leaving.mail.kept.subject"),
    paragraphs: [t("leaving.mail.kept.text")],
    action: { label: t("leaving.mail.open"), path: pathTo(language, "account") },
    notes: [t("leaving.mail.notYou")],
  });
}

/** The last mail that someone gets. */
export function erasedMail(language: Language): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("leaving.mail.erased.subject"),
    paragraphs: [t("leaving.mail.erased.text"), t("leaving.mail.erased.more")],
  });
}

/** For administrators: organizations that have nobody any more. It does not say who left. */
export function orphanedMail(language: Language, names: string[]): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("leaving.mail.orphaned.subject"),
    paragraphs: [
      t("leaving.mail.orphaned.text", { count: names.length, names: formatList(names, language) }),
      t("leaving.mail.orphaned.more"),
    ],
    action: { label: t("leaving.mail.orphaned.action"), path: pathTo(language, "adminOrphans") },
  });
}

/** That the archive of one's own data can be downloaded. It leads to the page, and not to the file. */
export function exportMadeMail(language: Language, expiresAt: Date, timeZone: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("leaving.mail.exportMade.subject"),
    paragraphs: [t("leaving.mail.exportMade.text"), t("leaving.mail.exportMade.more", { time: formatTime(expiresAt, language, timeZone) })],
    action: { label: t("leaving.mail.exportMade.action"), path: pathTo(language, "dataExport") },
    notes: [t("leaving.mail.exportMade.notYou")],
  });
}
