import { type Actor, isInGoodStanding } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

import { makePractitioner } from "./acceptance.server";
import { domainOf } from "./domain-name.server";
import { inState, loadOrganization } from "./load.server";
import type { Rights } from "./membership-schema.server";
import { admit, findMembership, loadToRun } from "./membership.server";
import { may } from "./policy";

/**
 * Asks to join an organization; its stewards are told. Refuses a silenced account (403), too many in a day (429), and who is in or has
 * asked already, and an organization that is no member (409).
 */
export async function askToJoin(actor: Actor, language: Language, slug: string, { message }: { message: string }) {
  authorize(isInGoodStanding(actor));
  await limit("join request by account", actor.id);

  await db.$transaction(async (tx) => {
    const { organization } = await loadToJoin(tx, actor, language, slug);
    if (await findOpenRequest(tx, organization.id, actor.id)) throw conflict("membership.conflict.asked");

    const { id } = await tx.joinRequest.create({ data: { organizationId: organization.id, accountId: actor.id, message } });
    await record(tx, actor, "organization.join_asked", { type: "ORGANIZATION", id: organization.id }, { request: id });
  });
}

/** Takes one's own request back. Refuses a silenced account (403), and where none is open (409). */
export async function withdrawJoinRequest(actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadOrganization(tx, actor, language, slug);
    authorize(isInGoodStanding(actor));
    const request = await findOpenRequest(tx, organization.id, actor.id);
    if (!request) throw conflict("membership.conflict.requestOver");

    await tx.joinRequest.update({ where: { id: request.id }, data: { answer: "WITHDRAWN", decidedAt: new Date() } });
    await record(tx, actor, "organization.join_withdrawn", { type: "ORGANIZATION", id: organization.id }, { request: request.id });
  });
}

/**
 * Lets in who asked, as a practitioner if wished. Refuses who does not run the people (403, 404), one's own request and a role that the
 * actor does not hold (403), and what was answered already (409). The asker is told.
 */
export async function approveJoinRequest(actor: Actor, language: Language, slug: string, id: string, { rights }: { rights: Rights }) {
  await db.$transaction(async (tx) => {
    const { organization, subject, request } = await loadRequest(tx, actor, language, slug, id);
    if (rights.includes("practitioner")) authorize(may.grantPractitioner(actor, subject));

    await tx.joinRequest.update({ where: { id }, data: { answer: "GRANTED", deciderId: actor.id, decidedAt: new Date() } });
    const { account } = request;
    await admit(tx, { organizationId: organization.id, account, joinedBy: "REQUEST", isSteward: rights.includes("steward") });
    if (rights.includes("practitioner")) await makePractitioner(tx, actor, account.id, organization.faces);
    const details = { account: account.id, by: "REQUEST", request: id };
    await record(tx, actor, "organization.joined", { type: "ORGANIZATION", id: organization.id }, details);
  });
}

/** Declines a request, with a note if wished. Refuses as the approval does. The asker is told. */
export async function declineJoinRequest(actor: Actor, language: Language, slug: string, id: string, { note }: { note: string }) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadRequest(tx, actor, language, slug, id);

    await tx.joinRequest.update({ where: { id }, data: { answer: "DECLINED", deciderId: actor.id, decidedAt: new Date(), note } });
    await record(tx, actor, "organization.join_declined", { type: "ORGANIZATION", id: organization.id }, { request: id });
  });
}

/**
 * Joins without being asked further, with a verified address at a domain of the organization. Refuses a silenced account (403), another
 * address (422), who is in already, and an organization that is no member (409).
 */
export async function joinByDomain(actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadToJoin(tx, actor, language, slug);
    const account = found(await tx.account.findUnique({ where: { id: actor.id }, select: { id: true, email: true } }));
    const domain = await tx.organizationDomain.findUnique({ where: { domain: domainOf(account.email) } });
    if (domain?.organizationId !== organization.id) throw unprocessable("membership.errors.otherDomain");

    await admit(tx, { organizationId: organization.id, account, joinedBy: "DOMAIN" });
    const details = { account: actor.id, by: "DOMAIN" };
    await record(tx, actor, "organization.joined", { type: "ORGANIZATION", id: organization.id }, details);
  });
}

async function loadToJoin(tx: Transaction, actor: Actor, language: Language, slug: string) {
  const loaded = await loadOrganization(tx, actor, language, slug);
  inState(loaded.organization, "MEMBER");
  if (await findMembership(tx, loaded.organization.id, actor.id)) throw conflict("membership.conflict.isIn");
  authorize(may.join(actor, loaded.subject));

  return loaded;
}

async function loadRequest(tx: Transaction, actor: Actor, language: Language, slug: string, id: string) {
  const loaded = await loadToRun(tx, actor, language, slug);
  const where = { id, organizationId: loaded.organization.id };
  const request = found(await tx.joinRequest.findFirst({ where, include: { account: { select: { id: true, email: true } } } }));
  // Nobody answers for themselves.
  authorize(request.accountId !== actor.id);
  if (request.answer !== null) throw conflict("membership.conflict.requestOver");

  return { ...loaded, request };
}

const findOpenRequest = (tx: Transaction, organizationId: string, accountId: string) =>
  tx.joinRequest.findFirst({ where: { organizationId, accountId, answer: null }, select: { id: true } });
