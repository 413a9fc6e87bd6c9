import type { Actor } from "~/features/accounts/actor";
import { inForce } from "~/features/accounts/administrators.server";
import { record } from "~/features/activity/record.server";
import type { ScopeKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import { may, type Scope } from "./policy";
import type { ScopeForm } from "./scope-schema.server";

/** What a moderator looks after. */
export async function scopeOf(tx: Transaction, { id }: Pick<Actor, "id">): Promise<Scope> {
  const rows = await tx.moderatorScope.findMany({ where: { accountId: id }, select: { kind: true, value: true } });
  const valuesOf = (kind: "LANGUAGE" | "CATEGORY" | "ORGANIZATION") => rows.flatMap((row) => (row.kind === kind ? row.value : []));

  return { languages: valuesOf("LANGUAGE") as Language[], categoryIds: valuesOf("CATEGORY"), organizationIds: valuesOf("ORGANIZATION") };
}

/**
 * Says what a moderator looks after; nothing chosen means all of it. For administrators, and not about themselves (403). Refuses who is not there
 * (404), who is no moderator (409), and categories and organizations that are none (422).
 */
export async function scopeModerator(actor: Actor, accountId: string, { languages, categories, organizations }: ScopeForm) {
  authorize(may.giveScopes(actor) && actor.id !== accountId);

  await db.$transaction(async (tx) => {
    // Of two at once the second replaces what the first has said.
    found((await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`)[0]);
    if ((await tx.roleGrant.count({ where: { accountId, role: "MODERATOR", ...inForce() } })) === 0)
      throw conflict("moderation.scope.errors.noModerator");
    await refuseUnknown(tx, categories, organizations);

    const chosen: [ScopeKind, string[]][] = [
      ["LANGUAGE", languages],
      ["CATEGORY", categories],
      ["ORGANIZATION", organizations],
    ];
    const data = chosen.flatMap(([kind, values]) => [...new Set(values)].map((value) => ({ accountId, kind, value })));
    await tx.moderatorScope.deleteMany({ where: { accountId } });
    await tx.moderatorScope.createMany({ data });
    const count = (kind: ScopeKind) => data.filter((row) => row.kind === kind).length;
    const counts = { languages: count("LANGUAGE"), categories: count("CATEGORY"), organizations: count("ORGANIZATION") };
    await record(tx, actor, "moderator.scoped", { type: "ACCOUNT", id: accountId }, counts);
  });
}

async function refuseUnknown(tx: Transaction, categories: string[], organizations: string[]) {
  const known = await tx.category.count({ where: { id: { in: categories } } });
  const members = await tx.organization.count({ where: { id: { in: organizations }, status: { in: ["MEMBER", "CLOSED"] } } });
  if (known < new Set(categories).size || members < new Set(organizations).size) throw unprocessable("moderation.scope.errors.unknown");
}
