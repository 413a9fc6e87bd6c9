import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/db.server";
import { composeMail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

type Face = { language: Language; name: string; slug: string };

type Named = { faces: Face[] };

type Happened = { what: "closed" | "reopened"; reason: string } | { what: "merged" | "received"; reason: string; into: Named };

type Recipient = { id: string; email: string; language: Language };

/** Whom it concerns what becomes of an organization: its people, and who asks to be one of them; but not who decides. */
export const peopleOf = (tx: Transaction, organizationId: string, actor: Actor): Promise<Recipient[]> =>
  tx.account.findMany({
    where: {
      id: { not: actor.id },
      deactivatedAt: null,
      OR: [{ memberships: { some: { organizationId } } }, { joinRequests: { some: { organizationId, answer: null } } }],
    },
    select: { id: true, email: true, language: true },
  });

/** Tells them what happened to an organization and why, each in their own language. */
export async function mailPeople(tx: Transaction, organization: Named, people: Recipient[], happened: Happened) {
  const mails = { en: closingMail("en", organization, happened), fr: closingMail("fr", organization, happened) };
  for (const { email, language } of people) await queueMail(tx, email, mails[language]);
}

function closingMail(language: Language, organization: Named, happened: Happened) {
  const t = translator(language);
  const { name } = faceIn(language, organization);
  const into = "into" in happened ? happened.into : null;
  const words = { name, into: into ? faceIn(language, into).name : "" };

  return composeMail(language, {
    subject: t(`applications.mail.${happened.what}.subject`, words),
    paragraphs: [t(`applications.mail.${happened.what}.text`, words), t("applications.mail.reason"), happened.reason],
    action: {
      label: t(`applications.mail.${happened.what}.action`),
      path: pathTo(language, "organization", { slug: faceIn(language, into ?? organization).slug }),
    },
  });
}

const faceIn = (language: Language, { faces }: Named): { name: string; slug: string } =>
  faces.find((face) => face.language === language) ?? { name: "", slug: "" };
