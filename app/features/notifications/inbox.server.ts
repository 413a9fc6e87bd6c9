import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import { db, type Transaction } from "~/platform/db.server";
import { announce, announceAll } from "~/platform/live.server";
import { PAGE_SIZE } from "~/platform/pagination";

import type { NotificationKind, NotificationSubject } from "./kinds";

/** One line of someone's inbox: ids alone. What they stand for is asked where the line is read. */
export type Line = {
  id: string;
  kind: NotificationKind;
  subjectType: NotificationSubject["type"];
  subjectId: string;
  actorName: string | null;
  count: number;
  at: Date;
  isRead: boolean;
};

/** The bell counts no further. */
const COUNTED = 100;

const KEPT_DAYS = 365;

/** What someone was told, newest first: a page of it, after the line of this id, and where the next one starts. */
export async function listNotifications(actor: Actor, after: string | null): Promise<{ lines: Line[]; next: string | null }> {
  const rest = after
    ? Prisma.sql`AND (n.at, n.id) < (SELECT c.at, c.id FROM "Notification" c WHERE c.id = ${after}::uuid AND c."accountId" = ${actor.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Line[]>`
    SELECT n.id, n.kind, n."subjectType", n."subjectId", b.name AS "actorName", n.count, n.at, n."readAt" IS NOT NULL AS "isRead"
    FROM "Notification" n LEFT JOIN "Account" b ON b.id = n."actorId"
    WHERE n."accountId" = ${actor.id}::uuid ${rest} ORDER BY n.at DESC, n.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const lines = rows.slice(0, PAGE_SIZE);
  return { lines, next: rows.length > PAGE_SIZE ? (lines.at(-1)?.id ?? null) : null };
}

/** How many lines someone has not read; a hundred stands for that or more. */
export async function countUnread(accountId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM "Notification" WHERE "accountId" = ${accountId}::uuid AND "readAt" IS NULL LIMIT ${COUNTED}) n`;
  return row?.count ?? 0;
}

/** Marks all that someone was told until now as read. */
export async function markAllRead(actor: Actor) {
  await db.$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({ where: { accountId: actor.id, readAt: null }, data: { readAt: new Date() } });
    if (count > 0) await announce(tx, { what: "notification", account: actor.id });
  });
}

/** Marks one line of someone's own as read. One of others, or none, changes nothing. */
export const markOneRead = (actor: Actor, id: string) => db.$transaction((tx) => markRead(tx, actor.id, [id]));

/** Marks these lines of someone as read. */
export async function markRead(tx: Transaction, accountId: string, ids: string[]) {
  if (ids.length === 0) return;
  const { count } = await tx.notification.updateMany({ where: { id: { in: ids }, accountId, readAt: null }, data: { readAt: new Date() } });
  if (count > 0) await announce(tx, { what: "notification", account: accountId });
}

/** Takes back what nobody has read yet of these subjects: they are gone. */
export async function withdraw(tx: Transaction, subjects: NotificationSubject[]) {
  for (const type of new Set(subjects.map((subject) => subject.type))) {
    const ids = subjects.filter((subject) => subject.type === type).map(({ id }) => id);
    const gone = await tx.$queryRaw<{ accountId: string }[]>`
      DELETE FROM "Notification" WHERE "subjectType" = ${type} AND "subjectId" = ANY(${ids}::uuid[]) AND "readAt" IS NULL RETURNING "accountId"`;
    await announceTo(tx, gone);
  }
}

/** Takes back one of several that were folded into a line since a moment, where it was not read yet; the last one takes the line with it. */
export async function withdrawOne(tx: Transaction, kind: NotificationKind, { type, id }: NotificationSubject, since: Date) {
  const changed = await tx.$queryRaw<{ accountId: string }[]>`
    UPDATE "Notification" SET count = count - 1
    WHERE kind = ${kind} AND "subjectType" = ${type} AND "subjectId" = ${id}::uuid AND "readAt" IS NULL AND at >= ${since}::timestamptz(3) RETURNING "accountId"`;
  await tx.notification.deleteMany({ where: { kind, subjectType: type, subjectId: id, count: { lt: 1 } } });
  await announceTo(tx, changed);
}

/** Forgets what someone was told a year ago, read or not. */
export async function forgetOldNotifications() {
  await db.notification.deleteMany({ where: { at: { lt: new Date(Date.now() - KEPT_DAYS * 86_400_000) } } });
}

async function announceTo(tx: Transaction, people: { accountId: string }[]) {
  const accounts = [...new Set(people.map(({ accountId }) => accountId))];
  await announceAll(
    tx,
    accounts.map((account) => ({ what: "notification", account })),
  );
}
