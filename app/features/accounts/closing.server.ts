import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";

import type { Actor } from "./actor";
import { deactivatedMail, erasureAskedMail, keptMail } from "./closing-mails.server";
import { stewardships, tellOfOrphans } from "./orphans.server";
import { keepAnAdministrator, lockAdministrators } from "./administrators.server";
import { endAllSessions, endSession } from "./session.server";

/** How long someone who asked for the erasure of their account can still change their mind. */
export const GRACE_DAYS = 14;

const GRACE_MS = GRACE_DAYS * 86_400_000;

/**
 * Puts one's own account to rest: sessions end everywhere, and mail stops. Gives the cookie that ends this browser's session. Refuses
 * the last administrator, and the last steward of an organization that has other people (409).
 */
export async function deactivateAccount(actor: Actor, sessionToken: string | null): Promise<string> {
  return db.$transaction(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    if (account.deactivatedAt === null) {
      await rest(tx, actor, null);
      await record(tx, actor, "account.deactivated", { type: "ACCOUNT", id: actor.id });
      await queueMail(tx, account.email, deactivatedMail(account.language));
    }
    return endSession(tx, sessionToken);
  });
}

/**
 * Asks that one's own account be erased in 14 days, and puts it to rest until then. Asking twice changes nothing. Gives the cookie that
 * ends this browser's session. Refuses like deactivateAccount (409).
 */
export async function askForErasure(actor: Actor, sessionToken: string | null): Promise<string> {
  return db.$transaction(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    if (account.erasureDueAt === null) {
      const dueAt = new Date(Date.now() + GRACE_MS);
      await rest(tx, actor, dueAt);
      await record(tx, actor, "account.erasure_asked", { type: "ACCOUNT", id: actor.id });
      await queueMail(tx, account.email, erasureAskedMail(account.language, dueAt, account.timeZone));
    }
    return endSession(tx, sessionToken);
  });
}

/**
 * Wakes an account at rest, and takes back that it is to be erased: for its owner, who has just proved who they are. Does nothing to one
 * that is awake. Refuses when the time to change one's mind is over (422).
 */
export async function reactivateAccount(tx: Transaction, accountId: string) {
  const { deactivatedAt, erasureDueAt, email, language } = await lockAccount(tx, accountId);
  if (deactivatedAt === null) return;
  if (isGone({ erasureDueAt })) throw unprocessable("leaving.errors.gone");

  await tx.account.update({ where: { id: accountId }, data: { deactivatedAt: null, erasureDueAt: null } });
  await record(tx, { id: accountId }, "account.reactivated", { type: "ACCOUNT", id: accountId });
  await queueMail(tx, email, keptMail(language));
}

/** Whether the grace of an account is over: it is as good as erased, and signing in treats it like one that never was. */
export const isGone = ({ erasureDueAt }: { erasureDueAt: Date | null }): boolean => erasureDueAt !== null && erasureDueAt <= new Date();

/** The account itself, locked until the transaction ends, so that of two closings at once the second finds it closed. */
async function lockAccount(tx: Transaction, id: string) {
  // In the order of those who change roles and run organizations: else each could wait for the other.
  await lockAdministrators(tx);
  await stewardships(tx, id);
  await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return found(
    await tx.account.findUnique({
      where: { id },
      select: { deactivatedAt: true, erasureDueAt: true, email: true, language: true, timeZone: true },
    }),
  );
}

/** Nobody comes in any more by this account; what others rely on it for must be in other hands first. */
async function rest(tx: Transaction, actor: Actor, erasureDueAt: Date | null) {
  const isAdministrator = (await tx.roleGrant.count({ where: { accountId: actor.id, role: "ADMINISTRATOR" } })) > 0;
  const run = await stewardships(tx, actor.id);
  if (run.some(({ needsSteward }) => needsSteward)) throw conflict("leaving.conflict.lastSteward");

  await tx.account.update({ where: { id: actor.id }, data: { deactivatedAt: new Date(), erasureDueAt } });
  if (isAdministrator) await keepAnAdministrator(tx);
  await tx.pendingSignIn.deleteMany({ where: { accountId: actor.id } });
  await endAllSessions(tx, actor.id);
  await tellOfOrphans(tx, run);
}
