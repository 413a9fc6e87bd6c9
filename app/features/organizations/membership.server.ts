import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { record } from "~/features/activity/record.server";
import type { JoinedBy } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, notFound } from "~/platform/errors";

import { inState, loadOrganization } from "./load.server";
import { may } from "./policy";

/**
 * The organization whose people the actor runs, locked. Who does not know its people finds nothing (404); who knows them, but does not
 * run them (any more), is refused (403), and so is one that is no member (409).
 */
export async function loadToRun(tx: Transaction, actor: Actor, language: Language, slug: string) {
  const { organization, subject } = await loadOrganization(tx, actor, language, slug);
  if (!may.seePeople(actor, subject)) throw notFound();
  authorize(may.runPeople(actor, subject));
  // Someone else may have ended it while this one waited for the lock.
  if (!allows(actor, "organization.approve")) authorize((await findMembership(tx, organization.id, actor.id))?.isSteward === true);
  inState(organization, "MEMBER");

  return { organization, subject };
}

type Admission = { organizationId: string; account: { id: string; email: string }; joinedBy: JoinedBy; isSteward?: boolean };

/** Lets someone in, and closes what else was open between the two. The organization must be locked. Refuses who is in already (409). */
export async function admit(tx: Transaction, { organizationId, account, joinedBy, isSteward = false }: Admission) {
  if (await findMembership(tx, organizationId, account.id)) throw conflict("membership.conflict.isIn");
  const now = new Date();

  await tx.membership.create({ data: { organizationId, accountId: account.id, joinedBy, isSteward } });
  await tx.joinRequest.updateMany({
    where: { organizationId, accountId: account.id, answer: null },
    data: { answer: "GRANTED", decidedAt: now },
  });
  await tx.invitation.updateMany({
    where: { organizationId, email: account.email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Makes someone who belongs to the organization one of its stewards. Refuses oneself (403), and who is one already (409). */
export async function appointSteward(actor: Actor, language: Language, slug: string, accountId: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadToRun(tx, actor, language, slug);
    const { isSteward } = found(await findMembership(tx, organization.id, accountId));
    authorize(accountId !== actor.id);
    if (isSteward) throw conflict("membership.conflict.isSteward");

    await setSteward(tx, organization.id, accountId, true);
    await record(tx, actor, "organization.steward_appointed", { type: "ORGANIZATION", id: organization.id }, { account: accountId });
  });
}

/** Ends someone's stewardship, or one's own. Refuses who is no steward, and the last one (409). */
export async function dismissSteward(actor: Actor, language: Language, slug: string, accountId: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadToRun(tx, actor, language, slug);
    const { isSteward } = found(await findMembership(tx, organization.id, accountId));
    if (!isSteward) throw conflict("membership.conflict.noSteward");
    await keepSteward(tx, organization.id, accountId);

    await setSteward(tx, organization.id, accountId, false);
    await record(tx, actor, "organization.steward_dismissed", { type: "ORGANIZATION", id: organization.id }, { account: accountId });
  });
}

/** Ends someone else's membership; what they wrote stays. Refuses oneself (403), and the last steward (409). They are told by mail. */
export async function removePerson(actor: Actor, language: Language, slug: string, accountId: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadToRun(tx, actor, language, slug);
    found(await findMembership(tx, organization.id, accountId));
    authorize(accountId !== actor.id);

    await release(tx, organization.id, accountId);
    await record(tx, actor, "organization.person_removed", { type: "ORGANIZATION", id: organization.id }, { account: accountId });
  });
}

/** Ends one's own membership; what one wrote stays. Refuses who does not belong to it (404), who is silenced (403), and the last steward (409). */
export async function leaveOrganization(actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { organization, subject } = await loadOrganization(tx, actor, language, slug);
    found(await findMembership(tx, organization.id, actor.id));
    authorize(may.leave(actor, subject));

    await release(tx, organization.id, actor.id);
    await record(tx, actor, "organization.left", { type: "ORGANIZATION", id: organization.id }, { account: actor.id });
  });
}

export const findMembership = (tx: Transaction, organizationId: string, accountId: string) =>
  tx.membership.findUnique({ where: { organizationId_accountId: { organizationId, accountId } } });

/** Whether an organization would be left without a steward who can act. One at rest, or about to be erased, cannot. */
export async function isLastSteward(tx: Transaction, organizationId: string, accountId: string): Promise<boolean> {
  const membership = await findMembership(tx, organizationId, accountId);
  if (!membership?.isSteward) return false;

  const account = { deactivatedAt: null, erasureDueAt: null };
  return (await tx.membership.count({ where: { organizationId, isSteward: true, accountId: { not: accountId }, account } })) === 0;
}

async function keepSteward(tx: Transaction, organizationId: string, accountId: string) {
  if (await isLastSteward(tx, organizationId, accountId)) throw conflict("membership.conflict.lastSteward");
}

async function release(tx: Transaction, organizationId: string, accountId: string) {
  await keepSteward(tx, organizationId, accountId);
  await tx.membership.delete({ where: { organizationId_accountId: { organizationId, accountId } } });
}

const setSteward = (tx: Transaction, organizationId: string, accountId: string, isSteward: boolean) =>
  tx.membership.update({ where: { organizationId_accountId: { organizationId, accountId } }, data: { isSteward } });
