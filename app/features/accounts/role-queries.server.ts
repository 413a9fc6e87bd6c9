import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import type { Actor, Viewer } from "./actor";
import { inForce } from "./administrators.server";
import { may } from "./policy";
import { holds, permissionsOf, roles } from "./roles";

const byName = { select: { name: true } } as const;

const grantShown = { role: true, reason: true, grantedAt: true, endsAt: true, granter: byName } as const;

export type OwnRoles = Awaited<ReturnType<typeof getOwnRoles>>;

/** One's own roles: what one holds, what one has asked for and the latest answers, and what may be asked for. */
export async function getOwnRoles(actor: Actor) {
  const where = { accountId: actor.id };
  const [held, asked] = await Promise.all([
    db.roleGrant.findMany({ where: { ...where, ...inForce() }, select: grantShown, orderBy: { role: "asc" } }),
    db.roleRequest.findMany({
      where: { ...where, NOT: { answer: "WITHDRAWN" } },
      select: { id: true, role: true, reason: true, askedAt: true, answer: true, decidedAt: true, note: true, decider: byName },
      orderBy: { askedAt: "desc" },
      take: PAGE_SIZE,
    }),
  ]);
  const open = asked.filter(({ answer }) => answer === null);
  const taken = [...held, ...open].map(({ role }) => role);

  return {
    held: held.map((grant) => ({ ...grant, allowed: permissionsOf(grant.role), isResting: !actor.roles.includes(grant.role) })),
    open,
    declined: asked.filter(({ answer }) => answer === "DECLINED"),
    choices: roles.filter((role) => !taken.includes(role)).map((role) => ({ role, allowed: permissionsOf(role) })),
    mayAsk: may.askForRole(actor),
  };
}

/** How many requests for a role wait for an administrator. Refuses all others (403). */
export async function countRoleRequests(viewer: Viewer): Promise<number> {
  authorize(may.decideRoles(viewer));

  return db.roleRequest.count({ where: { answer: null } });
}

/** What the one who decides sees of a request. */
export const requestShown = {
  id: true,
  role: true,
  reason: true,
  askedAt: true,
  account: {
    select: {
      id: true,
      name: true,
      memberships: {
        select: { isSteward: true, organization: { select: { faces: { select: { language: true, name: true } } } } },
        take: 5,
      },
    },
  },
} as const;

/** The requests that wait, oldest first, for administrators (403 for others). */
export async function listRoleRequests(viewer: Viewer, after: string | null) {
  authorize(may.decideRoles(viewer));
  const rows = await db.roleRequest.findMany({
    where: { answer: null, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: "asc" },
    take: PAGE_SIZE + 1,
    select: requestShown,
  });
  const requests = rows.slice(0, PAGE_SIZE);

  return { requests, next: rows.length > PAGE_SIZE ? (requests.at(-1)?.id ?? null) : null };
}

/** One open request, for an administrator who is to decide it (403 for others; 404 when it is answered). */
export async function getRoleRequest(viewer: Viewer, id: string) {
  authorize(may.decideRoles(viewer));
  const request = found(await db.roleRequest.findFirst({ where: { id, answer: null }, select: requestShown }));

  return { ...request, allowed: permissionsOf(request.role), mayDecide: mayDecide(viewer, request) };
}

/** Whether this viewer may decide a request they see: not their own, and not for what they do not hold. */
export const mayDecide = (viewer: Viewer, { role, account }: { role: (typeof roles)[number]; account: { id: string } }) =>
  viewer?.id !== account.id && holds(viewer, role);
