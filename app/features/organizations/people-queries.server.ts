import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";

import { getPlace } from "./place.server";
import { may } from "./policy";

/** How many of a list stand on one page. */
const PAGE = 50;

export type PeoplePage = Awaited<ReturnType<typeof getPeople>>;

/**
 * The people of an organization, stewards first, for who belongs to it: 404 for others. For who runs it also what is open: invitations
 * and requests. `after` and `invitedBefore` are the ids at which a list goes on.
 */
export async function getPeople(
  viewer: Viewer,
  language: Language,
  slug: string,
  from: { after: string | null; invitedBefore: string | null },
) {
  const place = await getPlace(viewer, language, slug);
  if (!may.seePeople(viewer, place.subject)) throw notFound();
  const mayRun = may.runPeople(viewer, place.subject);

  const [people, invitations, requests, domains] = await Promise.all([
    listPeople(place.id, mayRun, from.after),
    mayRun ? listInvitations(place.id, from.invitedBefore) : null,
    mayRun ? listRequests(place.id) : null,
    mayRun ? listDomains(place.id) : null,
  ]);
  return {
    ...place,
    mayRun,
    mayGrant: may.grantPractitioner(viewer, place.subject),
    people,
    invitations,
    requests: requests ?? [],
    domains: domains ?? [],
  };
}

async function listPeople(organizationId: string, mayRun: boolean, after: string | null) {
  // Who is at rest is seen by nobody but those who answer for the organization.
  const where = { organizationId, ...(mayRun ? {} : { account: { deactivatedAt: null } }) };
  const rows = await db.membership.findMany({
    where,
    select: {
      accountId: true,
      isSteward: true,
      joinedBy: true,
      joinedAt: true,
      account: {
        select: { name: true, roles: { where: { role: "PRACTITIONER", OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] } } },
      },
    },
    orderBy: [{ isSteward: "desc" }, { joinedAt: "asc" }, { accountId: "asc" }],
    ...(after ? { cursor: { organizationId_accountId: { organizationId, accountId: after } }, skip: 1 } : {}),
    take: PAGE + 1,
  });
  const items = rows.slice(0, PAGE).map(({ account: { name, roles }, ...row }) => ({ ...row, name, isPractitioner: roles.length > 0 }));
  return { items, next: rows.length > PAGE ? (items.at(-1)?.accountId ?? null) : null, total: await db.membership.count({ where }) };
}

async function listInvitations(organizationId: string, before: string | null) {
  const where = { organizationId, acceptedAt: null, revokedAt: null };
  const rows = await db.invitation.findMany({
    where: { ...where, ...(before ? { id: { lt: before } } : {}) },
    select: {
      ...{ id: true, email: true, name: true, language: true, isSteward: true, isPractitioner: true, invitedAt: true, expiresAt: true },
      inviter: { select: { name: true } },
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const now = new Date();
  const items = rows
    .slice(0, PAGE)
    .map(({ inviter, ...row }) => ({ ...row, inviter: inviter?.name ?? null, isOver: row.expiresAt <= now }));
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null, total: await db.invitation.count({ where }) };
}

const listRequests = (organizationId: string) =>
  db.joinRequest.findMany({
    where: { organizationId, answer: null },
    select: { id: true, askedAt: true, account: { select: { name: true } } },
    orderBy: { askedAt: "asc" },
    take: PAGE,
  });

/** The domains that an organization holds. */
export const listDomains = (organizationId: string) =>
  db.organizationDomain.findMany({
    where: { organizationId },
    select: { domain: true, addedAt: true },
    orderBy: { domain: "asc" },
    take: 200,
  });
