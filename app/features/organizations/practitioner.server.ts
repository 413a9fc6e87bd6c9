import type { Actor, Viewer } from "~/features/accounts/actor";
import { endOfDay } from "~/features/accounts/end-of-day";
import { giveRole, takeRole } from "~/features/accounts/role-grants.server";
import { mayDecide, requestShown } from "~/features/accounts/role-queries.server";
import { answerRoleRequest } from "~/features/accounts/role-requests.server";
import type { PractitionerGrant, RoleAnswer } from "~/features/accounts/role-schema.server";
import { permissionsOf } from "~/features/accounts/roles";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { inState, loadOrganization } from "./load.server";
import { may } from "./policy";

const ROLE = "PRACTITIONER";

/** Makes someone of an organization a practitioner. For its stewards; refuses others (403), people of elsewhere (404), and as giveRole does. */
export async function grantPractitioner(actor: Actor, language: Language, slug: string, accountId: string, form: PractitionerGrant) {
  await db.$transaction(async (tx) => {
    await loadPerson(tx, actor, language, slug, accountId);
    const endsAt = endOfDay(form.endsOn, actor.timeZone);
    await giveRole(tx, actor, accountId, ROLE, { reason: form.reason, endsAt });
  });
}

/** Takes the role of practitioner from someone of an organization. For its stewards; refuses likewise, and as takeRole does. */
export async function revokePractitioner(
  actor: Actor,
  language: Language,
  slug: string,
  accountId: string,
  { reason }: { reason: string },
) {
  await db.$transaction(async (tx) => {
    await loadPerson(tx, actor, language, slug, accountId);
    await takeRole(tx, actor, accountId, ROLE, reason);
  });
}

/** Answers someone of an organization who asks to be a practitioner. For its stewards; refuses likewise, and as answerRoleRequest does. */
export async function decidePractitioner(actor: Actor, language: Language, slug: string, requestId: string, answer: RoleAnswer) {
  await db.$transaction(async (tx) => {
    const { accountId } = found(await tx.roleRequest.findFirst({ where: { id: requestId, role: ROLE }, select: { accountId: true } }));
    await loadPerson(tx, actor, language, slug, accountId);
    await answerRoleRequest(tx, actor, requestId, answer);
  });
}

/** Who of an organization asks to be a practitioner, oldest first. For its stewards (403 for others). */
export async function listPractitionerRequests(viewer: Viewer, language: Language, slug: string, after: string | null) {
  const organization = await getOwn(viewer, language, slug);
  const rows = await db.roleRequest.findMany({
    where: { ...openIn(organization.id), ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: "asc" },
    take: PAGE_SIZE + 1,
    select: requestShown,
  });
  const requests = rows.slice(0, PAGE_SIZE);

  return { organization, requests, next: rows.length > PAGE_SIZE ? (requests.at(-1)?.id ?? null) : null };
}

/** One such request, for a steward who is to decide it (403 for others; 404 when it is answered). */
export async function getPractitionerRequest(viewer: Viewer, language: Language, slug: string, id: string) {
  const organization = await getOwn(viewer, language, slug);
  const request = found(await db.roleRequest.findFirst({ where: { ...openIn(organization.id), id }, select: requestShown }));

  return { organization, request: { ...request, allowed: permissionsOf(request.role), mayDecide: mayDecide(viewer, request) } };
}

/** Someone of an organization, for a steward who is to make them a practitioner or no longer one (403 for others; 404 for people of elsewhere). */
export async function getPersonOf(viewer: Viewer, language: Language, slug: string, accountId: string) {
  const organization = await getOwn(viewer, language, slug);
  const { account } = found(
    await db.membership.findUnique({
      where: { organizationId_accountId: { organizationId: organization.id, accountId } },
      select: { account: { select: { id: true, name: true } } },
    }),
  );
  return { organization, person: account, mayChange: mayDecide(viewer, { role: ROLE, account }), allowed: permissionsOf(ROLE) };
}

const openIn = (organizationId: string) => ({ role: ROLE, answer: null, account: { memberships: { some: { organizationId } } } }) as const;

/** The organization whose people the viewer may run. */
const getOwn = (viewer: Viewer, language: Language, slug: string) =>
  db.$transaction(async (tx) => {
    const { organization, subject } = await loadOrganization(tx, viewer, language, slug);
    authorize(may.runPeople(viewer, subject));
    const face = organization.faces.find((each) => each.language === language);

    return { id: subject.id, name: face?.name ?? "", slug: face?.slug ?? slug };
  });

async function loadPerson(tx: Transaction, actor: Actor, language: Language, slug: string, accountId: string) {
  const { organization, subject } = await loadOrganization(tx, actor, language, slug);
  authorize(may.runPeople(actor, subject));
  inState(organization, "MEMBER");
  found(
    await tx.membership.findUnique({
      where: { organizationId_accountId: { organizationId: subject.id, accountId } },
      select: { accountId: true },
    }),
  );
}
