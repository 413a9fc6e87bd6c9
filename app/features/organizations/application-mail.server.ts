import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { composeMail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";

/** Tells the administrators, each in their own language, that an organization asks to become a member; but not who asks. */
export async function mailApplication(applicationId: string) {
  await db.$transaction(async (tx) => {
    const application = await load(tx, applicationId);
    if (!application || application.answer) return;

    const now = new Date();
    const administrators = await tx.account.findMany({
      where: {
        roles: { some: { role: "ADMINISTRATOR", OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
        OR: [{ suspendedUntil: null }, { suspendedUntil: { lte: now } }],
        deactivatedAt: null,
        id: { not: application.applicantId ?? "00000000-0000-0000-0000-000000000000" },
      },
      select: { email: true, language: true },
    });
    for (const { email, language } of administrators) await queueMail(tx, email, newMail(language, application));
  });
}

/** Tells the applicant what was decided, in their own language. Does nothing for an application that nobody has decided, nor for an account at rest. */
export async function mailApplicationDecision(applicationId: string) {
  await db.$transaction(async (tx) => {
    const application = await load(tx, applicationId);
    if (!application?.applicant || !application.answer || application.answer === "WITHDRAWN") return;
    if (application.applicant.deactivatedAt) return;

    await queueMail(tx, application.applicant.email, decisionMail(application.applicant.language, application));
  });
}

const load = (tx: Transaction, id: string) =>
  tx.organizationApplication.findUnique({
    where: { id },
    include: {
      applicant: { select: { name: true, email: true, language: true, deactivatedAt: true } },
      organization: { select: { id: true, status: true, faces: { select: { language: true, name: true, slug: true } } } },
    },
  });

type Application = NonNullable<Awaited<ReturnType<typeof load>>>;

const faceIn = (language: Language, { organization }: Application) =>
  organization.faces.find((face) => face.language === language) ?? { name: "", slug: "" };

function newMail(language: Language, application: Application) {
  const t = translator(language);
  const words = { name: faceIn(language, application).name, applicant: application.applicant?.name ?? "" };
  const kind = application.organization.status === "LISTED" ? "claimed" : "applied";

  return composeMail(language, {
    subject: t(`applications.mail.${kind}.subject`, words),
    paragraphs: [t(`applications.mail.${kind}.text`, words), application.message],
    action: { label: t("applications.mail.decide"), path: pathTo(language, "adminOrganization", { id: application.organization.id }) },
  });
}

function decisionMail(language: Language, application: Application) {
  const t = translator(language);
  const { name, slug } = faceIn(language, application);
  if (application.answer === "GRANTED")
    return composeMail(language, {
      subject: t("applications.mail.approved.subject", { name }),
      paragraphs: [t("applications.mail.approved.text", { name }), t("applications.mail.approved.more")],
      action: { label: t("applications.mail.approved.action"), path: pathTo(language, "organization", { slug }) },
    });

  return composeMail(language, {
    subject: t("applications.mail.declined.subject", { name }),
    paragraphs: [t("applications.mail.declined.text", { name }), application.note],
    action: { label: t("applications.mail.declined.action"), path: pathTo(language, "organizationApplication", { slug }) },
    notes: [t("applications.mail.declined.note")],
  });
}
