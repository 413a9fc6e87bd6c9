import type { Viewer } from "~/features/accounts/actor";
import { inForce } from "~/features/accounts/administrators.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";

import { may } from "./policy";
import { scopeOf } from "./scope.server";

/**
 * What a moderator looks after, and what there is to choose from; of organizations those that are chosen, and those of `added`. For administrators
 * and not about themselves (403); refuses who is no moderator (409).
 */
export async function getScopeForm(viewer: Viewer, language: Language, accountId: string, added: string[]) {
  authorize(may.giveScopes(viewer) && viewer?.id !== accountId);
  const role = { role: "MODERATOR", ...inForce() } as const;
  const account = found(await db.account.findUnique({ where: { id: accountId }, select: { name: true, roles: { where: role } } }));
  if (account.roles.length === 0) throw conflict("moderation.scope.errors.noModerator");

  const scope = await scopeOf(db, { id: accountId });
  const [categories, organizations] = await Promise.all([
    db.categoryFace.findMany({
      where: { language, category: { OR: [{ archivedAt: null }, { id: { in: scope.categoryIds } }] } },
      orderBy: [{ category: { position: "asc" } }, { name: "asc" }],
      select: { name: true, categoryId: true },
    }),
    db.organizationFace.findMany({
      where: { language, organizationId: { in: [...scope.organizationIds, ...added] } },
      orderBy: { name: "asc" },
      select: { name: true, organizationId: true },
    }),
  ]);
  return {
    name: account.name,
    scope,
    categories: categories.map(({ name, categoryId }) => ({ value: categoryId, label: name })),
    organizations: organizations.map(({ name, organizationId }) => ({ value: organizationId, label: name })),
  };
}
