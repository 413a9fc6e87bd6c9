import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";

import { may, type Scope } from "./policy";
import { scopeOf } from "./scope.server";

/** Someone who decides about cases, and what they look after. */
export type Moderator = { actor: Actor; email: string; scope: Scope };

/** Everyone who may decide about cases right now: whose role is in force, with their second factor, and whom no sanction holds back. */
export async function listModerators(): Promise<Moderator[]> {
  const accounts = await db.account.findMany({
    where: { roles: { some: { role: { in: ["MODERATOR", "ADMINISTRATOR"] } } } },
    orderBy: { id: "asc" },
    select: { id: true, email: true },
  });
  const moderators: Moderator[] = [];
  for (const { id, email } of accounts) {
    const actor = await findActor(id);
    if (actor && may.moderate(actor)) moderators.push({ actor, email, scope: await scopeOf(db, actor) });
  }
  return moderators;
}
