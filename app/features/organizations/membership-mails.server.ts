import { formatDate } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { composeMail, type Mail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

type Offer = { organization: string; inviter: string; name: string; token: string; until: Date; isSteward: boolean };

/** A place in an organization is offered. Whether the address has an account makes no difference to it. */
export function invitationMail(language: Language, { organization, inviter, name, token, until, isSteward }: Offer): Mail {
  const t = translator(language);
  const blanks = { organization, inviter, name, site: t("site.name") };

  return composeMail(language, {
    subject: t("membership.mail.invitation.subject", blanks),
    paragraphs: [
      ...(name ? [t("membership.mail.invitation.greeting", blanks)] : []),
      t("membership.mail.invitation.text", blanks),
      t("membership.mail.invitation.more"),
      ...(isSteward ? [t("membership.mail.invitation.steward", blanks)] : []),
    ],
    action: { label: t("membership.mail.invitation.action"), path: pathTo(language, "invitation", { token }) },
    notes: [t("membership.mail.invitation.duration", { date: formatDate(until, language) }), t("membership.mail.invitation.ignore")],
  });
}

/** To the stewards: someone asks to join. */
export function joinAskedMail(language: Language, told: { organization: string; asker: string; message: string; path: string }): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("membership.mail.asked.subject", told),
    paragraphs: [t("membership.mail.asked.text", told), told.message],
    action: { label: t("membership.mail.asked.action"), path: told.path },
    notes: [t("membership.mail.asked.why", told)],
  });
}

/** To the asker: what came of it. */
export function joinAnsweredMail(language: Language, told: { organization: string; isGranted: boolean; note: string; path: string }): Mail {
  const t = translator(language);
  const words = told.isGranted ? "granted" : "declined";

  return composeMail(language, {
    subject: t(`membership.mail.${words}.subject`, told),
    paragraphs: [t(`membership.mail.${words}.text`, told), ...(told.note ? [told.note] : [])],
    action: { label: t(`membership.mail.${words}.action`), path: told.path },
  });
}

/** To who was removed. */
export function removedMail(language: Language, organization: string): Mail {
  const t = translator(language);

  return composeMail(language, {
    subject: t("membership.mail.removed.subject", { organization }),
    paragraphs: [t("membership.mail.removed.text", { organization }), t("membership.mail.removed.more")],
    action: { label: t("membership.mail.removed.action"), path: pathTo(language, "myOrganizations") },
    notes: [t("membership.mail.removed.mistake")],
  });
}
