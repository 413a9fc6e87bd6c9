import type { Transaction } from "~/platform/db.server";
import { announceAll } from "~/platform/live.server";
import { newId } from "~/platform/new-id.server";

import type { NotificationKind, NotificationSubject } from "./kinds";

type News = { kind: NotificationKind; subject: NotificationSubject; actorId: string | null };

/** Tells one person of something. More of the same is folded into one line, which is unread again. Open pages are told. */
export async function notify(tx: Transaction, { accountId, ...news }: News & { accountId: string }) {
  await fold(tx, [{ accountId, ...news }], new Date(), false);
}

/**
 * Tells many people of what happened at a moment. Said again for the same moment, by a job that was cut off, it changes nothing, and
 * nor does what happened before the last thing that they were told of.
 */
export async function notifyAll(tx: Transaction, people: (News & { accountId: string })[], at: Date) {
  if (people.length > 0) await fold(tx, people, at, true);
}

/** In the order of the accounts, so that two jobs that tell the same people wait for each other and do not embrace. */
async function fold(tx: Transaction, people: (News & { accountId: string })[], at: Date, isOnce: boolean) {
  const rows = people.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const told = await tx.$queryRaw<{ accountId: string }[]>`
    INSERT INTO "Notification" AS n (id, "accountId", kind, "subjectType", "subjectId", "actorId", at)
    SELECT told.*, ${at}::timestamptz(3) FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map(({ accountId }) => accountId)}::uuid[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ subject }) => subject.type)}::text[],
      ${rows.map(({ subject }) => subject.id)}::uuid[], ${rows.map(({ actorId }) => actorId)}::uuid[]) AS told
    ON CONFLICT ("accountId", kind, "subjectType", "subjectId") DO UPDATE
      SET count = CASE WHEN n."readAt" IS NULL THEN n.count + 1 ELSE 1 END, "readAt" = NULL, at = excluded.at, "actorId" = excluded."actorId"
      WHERE NOT ${isOnce} OR n.at < excluded.at
    RETURNING "accountId"`;
  const accounts = [...new Set(told.map(({ accountId }) => accountId))];
  await announceAll(
    tx,
    accounts.map((account) => ({ what: "notification", account })),
  );
}
