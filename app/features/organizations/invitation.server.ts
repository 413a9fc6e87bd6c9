import type { Actor } from "~/features/accounts/actor";
import { newToken } from "~/features/accounts/token.server";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";

import { invitationMail } from "./membership-mails.server";
import { membershipLimits } from "./membership-limits";
import type { Invitee, Rights } from "./membership-schema.server";
import { loadToRun } from "./membership.server";
import { may, type Subject } from "./policy";

const DAY = 86_400_000;

type Inviting = { id: string; faces: { language: Language; name: string }[] };

/**
 * Offers someone a place by mail, for 28 days. Whether the address has an account makes no difference. Refuses who does not run the
 * people (403, 404), a role that the actor does not hold (403), who is in or invited already, and too many in a day (422).
 */
export async function invitePerson(actor: Actor, language: Language, slug: string, invitee: Invitee) {
  await db.$transaction(async (tx) => {
    const { organization, subject } = await loadToRun(tx, actor, language, slug);
    authorizeRights(actor, subject, invitee.rights);
    const { members, invited } = await knownAmong(tx, organization.id, [invitee.email]);
    if (members.size > 0) throw unprocessable("membership.errors.isIn");
    if (invited.size > 0) throw unprocessable("membership.errors.isInvited");
    await keepToDay(tx, organization.id, [invitee.email]);

    const invitation = await send(tx, actor, organization, invitee);
    await record(tx, actor, "organization.invited", { type: "ORGANIZATION", id: organization.id }, { invitation });
  });
}

/** Offers all of these people a place, or none; who is in or invited already is passed over. Gives how many were invited. Refuses as above. */
export async function invitePeople(actor: Actor, language: Language, slug: string, invitees: readonly Invitee[]): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const { organization, subject } = await loadToRun(tx, actor, language, slug);
      for (const { rights } of invitees) authorizeRights(actor, subject, rights);
      const emails = invitees.map(({ email }) => email);
      const { members, invited } = await knownAmong(tx, organization.id, emails);
      const fresh = invitees.filter(({ email }) => !members.has(email.toLowerCase()) && !invited.has(email.toLowerCase()));
      if (fresh.length === 0) throw conflict("membership.conflict.nobodyNew");
      await keepToDay(
        tx,
        organization.id,
        fresh.map(({ email }) => email),
      );

      for (const invitee of fresh) await send(tx, actor, organization, invitee);
      await record(tx, actor, "organization.invited", { type: "ORGANIZATION", id: organization.id }, { invitations: fresh.length });
      return fresh.length;
    },
    { timeout: 30_000 },
  );
}

/** Sends an invitation anew, with another link; the old one is dead. Refuses what was accepted or revoked (409), and too many in a day (422). */
export async function resendInvitation(actor: Actor, language: Language, slug: string, id: string) {
  await db.$transaction(async (tx) => {
    const { organization, subject } = await loadToRun(tx, actor, language, slug);
    const { email, name, ...old } = await takeOut(tx, organization.id, id);
    await keepToDay(tx, organization.id, [email]);
    const rights: Rights = old.isSteward ? ["steward"] : [];
    // The role is given by who invites, so it falls away where the one who sends anew does not hold it.
    if (old.isPractitioner && may.grantPractitioner(actor, subject)) rights.push("practitioner");

    const invitation = await send(tx, actor, organization, { email, name, language: old.language, rights });
    await record(tx, actor, "organization.invited", { type: "ORGANIZATION", id: organization.id }, { invitation, before: id });
  });
}

/** Takes an invitation back: its link is dead. Refuses what was accepted or revoked already (409). */
export async function revokeInvitation(actor: Actor, language: Language, slug: string, id: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadToRun(tx, actor, language, slug);
    await takeOut(tx, organization.id, id);
    await record(tx, actor, "organization.invitation_revoked", { type: "ORGANIZATION", id: organization.id }, { invitation: id });
  });
}

/** Which of these addresses are those of people who are in, and which have an invitation that is open. In small letters. */
export async function knownAmong(tx: Transaction, organizationId: string, emails: string[]) {
  const members = await tx.membership.findMany({
    where: { organizationId, account: { email: { in: emails } } },
    select: { account: { select: { email: true } } },
  });
  const invited = await tx.invitation.findMany({
    where: { organizationId, email: { in: emails }, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { email: true },
  });
  return {
    members: new Set(members.map(({ account }) => account.email.toLowerCase())),
    invited: new Set(invited.map(({ email }) => email.toLowerCase())),
  };
}

/** How many more an organization may invite within these 24 hours. RATE_LIMIT_SCALE multiplies it, as all limits. */
export async function invitationsLeft(tx: Transaction, organizationId: string): Promise<number> {
  const sent = await tx.invitation.count({ where: { organizationId, invitedAt: { gt: new Date(Date.now() - DAY) } } });
  return Math.max(0, Math.floor(membershipLimits.invitationsADay * env.RATE_LIMIT_SCALE) - sent);
}

/** Forgets invitations two months after their end: addresses of people who never came are not kept. */
export async function forgetOldInvitations() {
  await db.invitation.deleteMany({ where: { expiresAt: { lte: new Date(Date.now() - 60 * DAY) } } });
}

function authorizeRights(actor: Actor, subject: Subject, rights: Rights) {
  if (rights.includes("practitioner")) authorize(may.grantPractitioner(actor, subject));
}

/** Counts for each address too: whoever does not answer is not written to all day. */
async function keepToDay(tx: Transaction, organizationId: string, emails: string[]) {
  if ((await invitationsLeft(tx, organizationId)) < emails.length) throw unprocessable("membership.errors.tooManyToday");
  const sent = await tx.invitation.groupBy({
    by: ["email"],
    where: { organizationId, email: { in: emails }, invitedAt: { gt: new Date(Date.now() - DAY) } },
    _count: true,
  });
  const most = Math.max(1, Math.floor(membershipLimits.toOneADay * env.RATE_LIMIT_SCALE));
  if (sent.some(({ _count }) => _count >= most)) throw unprocessable("membership.errors.tooOften");
}

async function takeOut(tx: Transaction, organizationId: string, id: string) {
  const invitation = found(await tx.invitation.findFirst({ where: { id, organizationId } }));
  if (invitation.acceptedAt || invitation.revokedAt) throw conflict("membership.conflict.invitationOver");
  return tx.invitation.update({ where: { id }, data: { revokedAt: new Date() } });
}

async function send(tx: Transaction, actor: Actor, { id: organizationId, faces }: Inviting, invitee: Invitee): Promise<string> {
  const { email, name, language, rights } = invitee;
  const { token, tokenHash } = newToken();
  const until = new Date(Date.now() + membershipLimits.days * DAY);
  const isSteward = rights.includes("steward");

  // One that has run out makes way.
  await tx.invitation.updateMany({
    where: { organizationId, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  const { id } = await tx.invitation.create({
    data: {
      ...{ organizationId, email, name, language, tokenHash, isSteward },
      ...{ isPractitioner: rights.includes("practitioner"), inviterId: actor.id, expiresAt: until },
    },
    select: { id: true },
  });
  const organization = faces.find((face) => face.language === language)?.name ?? faces[0]?.name ?? "";
  await queueMail(tx, email, invitationMail(language, { organization, inviter: actor.name, name, token, until, isSteward }));
  return id;
}
