import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";

import { domainOf } from "./domain-name.server";
import { invitationsLeft } from "./invitation.server";
import { findMembership, isLastSteward } from "./membership.server";
import { listDomains } from "./people-queries.server";
import { getPlace, getPlaceToRun, type Place } from "./place.server";
import { may } from "./policy";

/** More organizations than anyone belongs to. */
const MOST = 50;

/** The domains of an organization, for who runs it, and the one at which they have an address themselves. */
export async function getDomains(actor: Actor, language: Language, slug: string) {
  const place = await getPlaceToRun(actor, language, slug);
  const { email } = found(await db.account.findUnique({ where: { id: actor.id }, select: { email: true } }));

  return { ...place, domains: await listDomains(place.id), own: domainOf(email), mayAddAny: may.addAnyDomain(actor) };
}

/** How many more may be invited within these 24 hours. */
export const countLeft = (place: Place) => invitationsLeft(db, place.id);

/** A request to join that is open, for who runs the people; 404 when it was answered. */
export async function getJoinRequest(actor: Actor, language: Language, slug: string, id: string) {
  const place = await getPlaceToRun(actor, language, slug);
  const request = found(
    await db.joinRequest.findFirst({
      where: { id, organizationId: place.id, answer: null },
      select: { id: true, message: true, askedAt: true, account: { select: { id: true, name: true } } },
    }),
  );
  return { ...place, request };
}

/** Where someone stands with an organization that they may want to join. */
export async function getJoining(actor: Actor, language: Language, slug: string) {
  const place = await getPlace(actor, language, slug);
  const [membership, request, account] = await Promise.all([
    findMembership(db, place.id, actor.id),
    db.joinRequest.findFirst({
      where: { organizationId: place.id, accountId: actor.id },
      select: { answer: true, askedAt: true, message: true, note: true },
      orderBy: { askedAt: "desc" },
    }),
    db.account.findUnique({ where: { id: actor.id }, select: { email: true } }),
  ]);
  const domain = domainOf(found(account).email);
  const held = await db.organizationDomain.findUnique({ where: { domain }, select: { organizationId: true } });

  return {
    ...place,
    outcome: membership ? "in" : place.status !== "MEMBER" ? "closed" : request?.answer === null ? "asked" : "outside",
    request,
    domain: held?.organizationId === place.id ? domain : null,
    mayJoin: may.join(actor, place.subject),
  } as const;
}

/** Someone who belongs to an organization, before a step about them: oneself, or anyone for who runs the people. 404 for others. */
export async function getPersonIn(actor: Actor, language: Language, slug: string, accountId: string) {
  const place = await getPlace(actor, language, slug);
  if (!may.seePeople(actor, place.subject)) throw notFound();
  if (accountId !== actor.id) authorize(may.runPeople(actor, place.subject));
  const { account, isSteward } = found(
    await db.membership.findUnique({
      where: { organizationId_accountId: { organizationId: place.id, accountId } },
      select: { isSteward: true, account: { select: { id: true, name: true } } },
    }),
  );
  return { ...place, person: account, isSteward, isLastSteward: await isLastSteward(db, place.id, accountId) };
}

export type OwnOrganizations = Awaited<ReturnType<typeof listOwnOrganizations>>;

/** The organizations to which someone belongs, and those that they have asked to join. */
export async function listOwnOrganizations(actor: Actor, language: Language) {
  const shown = { status: true, faces: { where: { language }, select: { name: true, slug: true } } } as const;
  const [memberships, requests] = await Promise.all([
    db.membership.findMany({
      where: { accountId: actor.id },
      select: { isSteward: true, joinedBy: true, joinedAt: true, organization: { select: shown } },
      orderBy: { joinedAt: "asc" },
      take: MOST,
    }),
    db.joinRequest.findMany({
      where: { accountId: actor.id, answer: null },
      select: { askedAt: true, organization: { select: shown } },
      orderBy: { askedAt: "asc" },
      take: MOST,
    }),
  ]);
  const plain = <Row extends { organization: { status: string; faces: { name: string; slug: string }[] } }>({
    organization,
    ...row
  }: Row) => ({
    ...row,
    isMember: organization.status === "MEMBER",
    name: organization.faces[0]?.name ?? "",
    slug: organization.faces[0]?.slug ?? "",
  });
  return { memberships: memberships.map(plain), requests: requests.map(plain) };
}
