import type { Transaction } from "~/platform/db.server";

/**
 * Whoever follows one thread follows another instead, as a part of their merger. What someone chose there stays; else the closer of the
 * two counts. Who had muted the one has not muted the other. What people were told of the one leads to the other.
 */
export async function handOverThread(tx: Transaction, from: string, into: string) {
  await tx.$executeRaw`
    INSERT INTO "Follow" AS f ("accountId", "subjectType", "subjectId", level, "isChosen")
    SELECT "accountId", 'THREAD', ${into}::uuid, level, "isChosen" FROM "Follow"
    WHERE "subjectType" = 'THREAD' AND "subjectId" = ${from}::uuid AND level IN ('WATCHING', 'TRACKING')
    ON CONFLICT ("accountId", "subjectType", "subjectId") DO UPDATE
      SET level = excluded.level, "isChosen" = excluded."isChosen", "changedAt" = now()
      WHERE NOT f."isChosen" AND f.level <> 'WATCHING'`;
  await tx.follow.deleteMany({ where: { subjectType: "THREAD", subjectId: from } });
  await tx.$executeRaw`
    DELETE FROM "Notification" n WHERE n."subjectType" = 'THREAD' AND n."subjectId" = ${from}::uuid AND EXISTS (
      SELECT 1 FROM "Notification" o
      WHERE o."accountId" = n."accountId" AND o.kind = n.kind AND o."subjectType" = 'THREAD' AND o."subjectId" = ${into}::uuid)`;
  await tx.notification.updateMany({ where: { subjectType: "THREAD", subjectId: from }, data: { subjectId: into } });
}

/** Lets those who wrote what was split off follow the new thread, its first writer most closely. Who had muted the old one is left in peace. */
export async function followSplit(tx: Transaction, from: string, into: string, starterId: string | null) {
  await tx.$executeRaw`
    INSERT INTO "Follow" ("accountId", "subjectType", "subjectId", level)
    SELECT p."accountId", 'THREAD', ${into}::uuid, CASE WHEN p."accountId" = ${starterId}::uuid THEN 'WATCHING' ELSE 'TRACKING' END::"FollowLevel"
    FROM "Participant" p WHERE p."threadId" = ${into}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Follow" f
      WHERE f."accountId" = p."accountId" AND f."subjectType" = 'THREAD' AND f."subjectId" = ${from}::uuid AND f.level = 'MUTED')
    ON CONFLICT DO NOTHING`;
}
