import type { Actor } from "~/features/accounts/actor";
import { seenThreads } from "~/features/forums/seen.server";
import { db } from "~/platform/db.server";

import type { Flagged } from "./flag.server";

/** Whether something that this person could have read was taken away, so that they can be told so. What they could never see never stood there. */
export async function stoodThere(actor: Actor, { type, id }: Flagged): Promise<boolean> {
  switch (type) {
    case "POST":
      return (await findPost(actor, id)).length > 0;
    case "CONTRIBUTION": {
      const taken = [{ hiddenAt: { not: null } }, { discardedAt: { not: null } }, { retiredAt: { not: null } }];
      const where = { id, publishedAt: { not: null }, visibility: { in: ["PUBLIC" as const, "MEMBERS" as const] }, OR: taken };
      return (await db.contribution.count({ where })) > 0;
    }
    case "ACCOUNT":
      return (await db.profile.count({ where: { accountId: id, hiddenAt: { not: null }, listing: { in: ["EVERYONE", "MEMBERS"] } } })) > 0;
    case "ORGANIZATION":
      return (await db.organization.count({ where: { id, hiddenAt: { not: null }, status: { in: ["MEMBER", "LISTED"] } } })) > 0;
  }
}

const findPost = (actor: Actor, id: string) => db.$queryRaw<unknown[]>`
  SELECT 1 FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
  WHERE p.id = ${id}::uuid AND p.notice IS NULL AND ${seenThreads(actor)}`;
