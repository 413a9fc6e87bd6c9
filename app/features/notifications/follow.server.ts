import type { FollowLevel, FollowSubject } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

type Subject = { type: FollowSubject; id: string };

/** Follows something as closely as someone chose, in their own transaction. Whether they may see it, the caller has asked. */
export async function follow(tx: Transaction, accountId: string, { type, id }: Subject, level: FollowLevel) {
  const choice = { level, isChosen: true, changedAt: new Date() };
  await tx.follow.upsert({
    where: { accountId_subjectType_subjectId: { accountId, subjectType: type, subjectId: id } },
    create: { accountId, subjectType: type, subjectId: id, ...choice },
    update: choice,
  });
}

/** Follows something more closely because of what someone did there. What they chose themselves stays, and nothing becomes less. */
export async function followAtLeast(tx: Transaction, accountId: string, { type, id }: Subject, level: "WATCHING" | "TRACKING") {
  await tx.$executeRaw`
    INSERT INTO "Follow" ("accountId", "subjectType", "subjectId", level)
    VALUES (${accountId}::uuid, ${type}::"FollowSubject", ${id}::uuid, ${level}::"FollowLevel")
    ON CONFLICT ("accountId", "subjectType", "subjectId") DO UPDATE SET level = excluded.level, "changedAt" = now()
    WHERE NOT "Follow"."isChosen" AND "Follow".level <> 'WATCHING'`;
}

/** Follows something no longer in any way of one's own. */
export async function unfollow(tx: Transaction, accountId: string, { type, id }: Subject) {
  await tx.follow.deleteMany({ where: { accountId, subjectType: type, subjectId: id } });
}
