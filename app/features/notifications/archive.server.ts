import type { PartOf } from "~/features/accounts/archive.server";
import type { Entry } from "~/platform/archive";
import { db } from "~/platform/db.server";

const AT_ONCE = 500;

/** What this person was told of. What it was about stands where they wrote, or in the forums; the line holds no words. */
export const notificationsPart: PartOf = async ({ id }) => ({ facts: {}, lists: { notifications: notificationsOf(id) } });

async function* notificationsOf(accountId: string): AsyncGenerator<Entry> {
  for (let after = ""; ; ) {
    const told = await db.notification.findMany({
      where: { accountId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, kind: true, count: true, at: true, readAt: true },
    });
    for (const { kind, count, at, readAt } of told) yield { row: { at, kind, count, readAt } };
    if (told.length < AT_ONCE) return;
    after = told.at(-1)?.id ?? "";
  }
}
