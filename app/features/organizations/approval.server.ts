import type { Actor } from "~/features/accounts/actor";
import { giveRole } from "~/features/accounts/role-grants.server";
import { record } from "~/features/activity/record.server";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict } from "~/platform/errors";

import { putAwayIfUnwanted } from "./application.server";
import type { Refusal } from "./application-schema.server";
import { inState, type Loaded, loadById } from "./load.server";
import { may } from "./policy";

/**
 * Takes an organization in. Who applied becomes its steward and may write guides; whoever else applied for it is declined. Refuses who may
 * not decide, and who applies themselves (403), an application that is answered or whose applicant is gone, and an organization that is in already (409).
 */
export async function approveOrganization(actor: Actor, id: string, applicationId: string) {
  await db.$transaction(async (tx) => {
    const { organization, subject } = await loadById(tx, actor, id);
    authorize(may.decide(actor, subject));
    const { applicantId } = openApplication(organization, applicationId);
    inState(organization, "LISTED", "APPLIED");
    // Someone at rest runs nothing.
    const applicant = applicantId ? await tx.account.count({ where: { id: applicantId, deactivatedAt: null } }) : 0;
    if (!applicantId || applicant === 0) throw conflict("applications.conflict.applicantGone");

    const now = new Date();
    await answer(tx, actor, applicationId, "GRANTED");
    await tx.organization.update({ where: { id }, data: { status: "MEMBER", joinedAt: now, changedAt: now, closedAt: null } });
    await tx.membership.upsert({
      where: { organizationId_accountId: { organizationId: id, accountId: applicantId } },
      create: { organizationId: id, accountId: applicantId, isSteward: true, joinedBy: "FOUNDING" },
      update: { isSteward: true },
    });
    await makePractitioner(tx, actor, applicantId, organization);
    await record(tx, actor, "organization.approved", { type: "ORGANIZATION", id }, { application: applicationId });
    await declineOthers(tx, actor, id);
  });
}

/** Declines an application, and says why. A new organization is put away; a listed one stays listed. Refuses as an approval does. */
export async function declineOrganization(actor: Actor, id: string, { application, reason }: Refusal) {
  await db.$transaction(async (tx) => {
    const { organization, subject } = await loadById(tx, actor, id);
    authorize(may.decide(actor, subject));
    openApplication(organization, application);

    await answer(tx, actor, application, "DECLINED", reason);
    await putAwayIfUnwanted(tx, id);
    await record(tx, actor, "organization.declined", { type: "ORGANIZATION", id }, { application });
  });
}

type Organization = Loaded["organization"];

function openApplication({ applications }: Organization, id: string) {
  const application = applications.find((one) => one.id === id);
  if (!application) throw conflict("applications.conflict.answered");
  return application;
}

const answer = (tx: Transaction, actor: Actor, id: string, answer: "GRANTED" | "DECLINED", note = "") =>
  tx.organizationApplication.update({ where: { id }, data: { answer, note, deciderId: actor.id, decidedAt: new Date() } });

async function makePractitioner(tx: Transaction, actor: Actor, accountId: string, { faces }: Organization) {
  const held = await tx.roleGrant.findFirst({
    where: { accountId, role: "PRACTITIONER", OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
  });
  if (held) return;

  const name = faces.find(({ language }) => language === actor.language)?.name ?? "";
  const reason = translator(actor.language)("applications.practitionerReason", { name });
  await giveRole(tx, actor, accountId, "PRACTITIONER", { reason, endsAt: null });
}

/** Each is told why in their own language. */
async function declineOthers(tx: Transaction, actor: Actor, id: string) {
  const others = await tx.organizationApplication.findMany({
    where: { organizationId: id, answer: null },
    select: { id: true, applicant: { select: { language: true } } },
  });
  for (const { id: application, applicant } of others) {
    await answer(tx, actor, application, "DECLINED", translator(applicant?.language ?? "en")("applications.otherApproved"));
    await record(tx, actor, "organization.declined", { type: "ORGANIZATION", id }, { application });
  }
}
