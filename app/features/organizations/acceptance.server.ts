import { type Actor, isInGoodStanding, type Viewer } from "~/features/accounts/actor";
import { recordConsents } from "~/features/accounts/consent.server";
import { openAccount } from "~/features/accounts/opening.server";
import { faultOf, hashPassword } from "~/features/accounts/password.server";
import { giveRole } from "~/features/accounts/role-grants.server";
import { endSession, findActor, startSession } from "~/features/accounts/session.server";
import { hashOf } from "~/features/accounts/token.server";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, gone, unprocessable } from "~/platform/errors";
import { limit, networkOf } from "~/platform/rate-limit.server";

import { admit, findMembership } from "./membership.server";
import { may } from "./policy";

type Newcomer = { token: string; name: string; password: string; language: Language };
/** `language`: that of the page, on which the terms were named. */
type From = { clientAddress: string; sessionToken: string | null; device: string; language: Language };

const dead = () => gone("membership.conflict.invitationOver");

/**
 * Takes the place that an invitation offers to the address of this account. Refuses a silenced account and another address (403), a link
 * that was used, revoked or is too old (410), and an organization that is no member any more (409). Of two at once, one wins.
 */
export async function acceptInvitation(actor: Actor, token: string) {
  authorize(isInGoodStanding(actor));
  const inviter = await findInviter(token);

  await db.$transaction(async (tx) => {
    const invitation = await lockInvitation(tx, token);
    const account = found(await tx.account.findUnique({ where: { id: actor.id }, select: { id: true, email: true } }));
    authorize(isSame(account.email, invitation.email));
    await take(tx, invitation, account, inviter);
  });
}

/**
 * Makes an account for the address that was invited, takes the place, and gives the cookie of a session: the link has proved the address.
 * Refuses a weak password (422), too many from one network (429), an address that has an account by now (409), and what is refused above.
 */
export async function acceptWithNewAccount({ token, name, password, language }: Newcomer, from: From): Promise<string> {
  const open = await findOpen(db, token);
  if (!open) throw dead();
  const { email } = open;
  const fault = faultOf(password, { email, name, roles: [] });
  if (fault) throw unprocessable(fault);
  await limit("sign-up by address", networkOf(from.clientAddress));
  const inviter = await findInviter(token);
  const passwordHash = await hashPassword(password);

  const work = db.$transaction(async (tx) => {
    const invitation = await lockInvitation(tx, token);
    const { id } = await openAccount(tx, { email, name, language, passwordHash });
    await recordConsents(tx, id, from.language);
    await take(tx, invitation, { id, email }, inviter);
    await endSession(tx, from.sessionToken);
    await record(tx, { id }, "account.signed_in", { type: "ACCOUNT", id });

    return startSession(tx, id, from.device);
  });
  return work.catch((error: unknown) => {
    throw isTaken(error) ? conflict("membership.conflict.hasAccount") : error;
  });
}

/** The same address, whatever its capitals. */
export const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

type Open = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

const findOpen = (tx: Transaction, token: string) =>
  tx.invitation.findUnique({
    where: { tokenHash: hashOf(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    include: { organization: { select: { status: true, faces: { select: { language: true, name: true } } } } },
  });

/** An open invitation, with its organization locked. */
async function lockInvitation(tx: Transaction, token: string): Promise<Open> {
  await tx.$queryRaw`
    SELECT 1 FROM "Organization" o JOIN "Invitation" i ON i."organizationId" = o.id WHERE i."tokenHash" = ${hashOf(token)} FOR UPDATE OF o`;
  const invitation = await findOpen(tx, token);
  if (!invitation) throw dead();
  if (invitation.organization.status !== "MEMBER") throw conflict("membership.conflict.closed");

  return invitation;
}

/** Who invited, as they would act now: what they may not give any more is not given. */
async function findInviter(token: string): Promise<Viewer> {
  const invitation = await db.invitation.findUnique({ where: { tokenHash: hashOf(token) }, select: { inviterId: true } });
  return invitation?.inviterId ? findActor(invitation.inviterId) : null;
}

async function take(tx: Transaction, invitation: Open, account: { id: string; email: string }, inviter: Viewer) {
  const { id, organizationId, isPractitioner, organization } = invitation;
  const runner = await stillRuns(tx, organizationId, inviter);
  const isSteward = invitation.isSteward && (runner !== null || !(await hasSteward(tx, organizationId)));
  await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date() } });
  await admit(tx, { organizationId, account, joinedBy: "INVITATION", isSteward });
  await record(
    tx,
    { id: account.id },
    "organization.joined",
    { type: "ORGANIZATION", id: organizationId },
    { account: account.id, by: "INVITATION", invitation: id },
  );
  const subject = { id: organizationId, status: organization.status, isHidden: false, applicantIds: [] };
  if (isPractitioner && runner && may.grantPractitioner(runner, subject))
    await makePractitioner(tx, runner, account.id, organization.faces);
}

/** Who invited, if they run the people of the organization at this very moment. */
async function stillRuns(tx: Transaction, organizationId: string, inviter: Viewer): Promise<Actor | null> {
  if (!isInGoodStanding(inviter)) return null;
  return may.addAnyDomain(inviter) || (await findMembership(tx, organizationId, inviter.id))?.isSteward ? inviter : null;
}

/** Whether someone answers for an organization. Where nobody does any more, whom its last steward chose is taken at their word. */
const hasSteward = async (tx: Transaction, organizationId: string): Promise<boolean> =>
  (await tx.membership.count({ where: { organizationId, isSteward: true, account: { deactivatedAt: null } } })) > 0;

/** Makes someone a practitioner, where they are not yet, in the name of an organization. */
export async function makePractitioner(
  tx: Transaction,
  granter: Actor,
  accountId: string,
  faces: readonly { language: Language; name: string }[],
) {
  const held = await tx.roleGrant.findUnique({ where: { accountId_role: { accountId, role: "PRACTITIONER" } } });
  if (granter.id === accountId || (held && (held.endsAt === null || held.endsAt > new Date()))) return;

  const organization = faces.find(({ language }) => language === granter.language)?.name ?? "";
  const reason = translator(granter.language)("membership.roleReason", { organization });
  await giveRole(tx, granter, accountId, "PRACTITIONER", { reason, endsAt: null });
}
