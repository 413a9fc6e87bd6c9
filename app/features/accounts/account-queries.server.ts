import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import type { Viewer } from "./actor";
import { inForce } from "./administrators.server";
import { may } from "./policy";
import { holds, roles } from "./roles";

const MOST_DECISIONS = 100;

const organizationsIn = (language: Language) =>
  ({
    select: { isSteward: true, organization: { select: { faces: { where: { language }, select: { name: true, slug: true } } } } },
    orderBy: { joinedAt: "asc" },
    take: 50,
  }) as const;

type Memberships = { isSteward: boolean; organization: { faces: { name: string; slug: string }[] } }[];

const organizationsOf = (memberships: Memberships) =>
  memberships.flatMap(({ isSteward, organization }) => organization.faces.map((face) => ({ ...face, isSteward })));

/** People by a part of their name or by their whole address, newest first; all of them without words. For administrators (403). */
export async function listAccounts(viewer: Viewer, language: Language, { words, after }: { words: string; after: string | null }) {
  authorize(may.decideRoles(viewer));
  const name = { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const rows = await db.account.findMany({
    where: { ...(words ? { OR: [{ name }, { email: words }] } : {}), ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      name: true,
      createdAt: true,
      roles: { where: inForce(), select: { role: true }, orderBy: { role: "asc" } },
      memberships: organizationsIn(language),
    },
  });
  const people = rows.slice(0, PAGE_SIZE).map(({ memberships, roles, ...account }) => ({
    ...account,
    roles: roles.map(({ role }) => role),
    organizations: organizationsOf(memberships),
  }));

  return { people, next: rows.length > PAGE_SIZE ? (people.at(-1)?.id ?? null) : null };
}

export type AccountPage = Awaited<ReturnType<typeof getAccount>>;

/** Someone's roles and how they came by them, for administrators (403 for others). */
export async function getAccount(viewer: Viewer, language: Language, id: string) {
  authorize(may.decideRoles(viewer));
  const byName = { select: { name: true } } as const;
  const account = found(
    await db.account.findUnique({
      where: { id },
      select: {
        id: true,
        name: true,
        createdAt: true,
        suspendedUntil: true,
        deactivatedAt: true,
        roles: {
          where: inForce(),
          select: { role: true, reason: true, grantedAt: true, endsAt: true, granter: byName },
          orderBy: { role: "asc" },
        },
        roleHistory: {
          select: { id: true, role: true, verdict: true, decidedAt: true, endsAt: true, note: true, decider: byName },
          orderBy: { id: "desc" },
          take: MOST_DECISIONS,
        },
        memberships: organizationsIn(language),
      },
    }),
  );
  const { memberships, ...about } = account;
  const mayChange = may.changeRoles(viewer, id);

  return {
    ...about,
    organizations: organizationsOf(memberships),
    roles: about.roles.map((grant) => ({ ...grant, mayRevoke: mayChange && holds(viewer, grant.role) })),
    choices: mayChange ? roles.filter((role) => holds(viewer, role)) : [],
    isOwn: viewer?.id === id,
  };
}
