import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";

import type { Actor } from "./actor";
import { may } from "./policy";
import { type SecurityNews, securityMail } from "./security-mail.server";
import { endAllSessions } from "./session.server";

export type FactorOwner = Awaited<ReturnType<typeof lockFactors>>;

/** What an account has to prove itself with, before a change of it; others who change it wait until this transaction ends. */
export async function lockFactors(tx: Transaction, accountId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`;
  const { authenticator, _count, passwordHash, ...owner } = found(
    await tx.account.findUnique({
      where: { id: accountId },
      select: {
        email: true,
        language: true,
        name: true,
        passwordHash: true,
        authenticator: { select: { confirmedAt: true } },
        _count: { select: { passkeys: true, identities: true } },
      },
    }),
  );
  return {
    ...owner,
    hasPassword: passwordHash !== null,
    hasApp: Boolean(authenticator?.confirmedAt),
    passkeys: _count.passkeys,
    identities: _count.identities,
  };
}

/** Tells the owner of an account what has changed, so that a stranger cannot change it unnoticed. */
export const tellOwner = (tx: Transaction, { email, language }: Pick<FactorOwner, "email" | "language">, news: SecurityNews, count = 0) =>
  queueMail(tx, email, securityMail(language, news, count));

/**
 * Removes all second factors and recovery codes of someone who lost them, and ends their sessions; they are told by mail. For
 * administrators (403), never for oneself (403). Refuses with 404 who is not there, and with 409 who has none.
 */
export async function resetFactors(actor: Actor, accountId: string) {
  authorize(may.resetFactors(actor, accountId));

  await db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, accountId);
    const gone = [
      await tx.authenticator.deleteMany({ where: { accountId } }),
      await tx.passkey.deleteMany({ where: { accountId } }),
      await tx.recoveryCode.deleteMany({ where: { accountId } }),
    ];
    if (gone.every(({ count }) => count === 0)) throw conflict("security.errors.noFactors");
    await endAllSessions(tx, accountId);
    await record(tx, actor, "account.factors_reset", { type: "ACCOUNT", id: accountId });
    await tellOwner(tx, owner, "factorsReset");
  });
}
