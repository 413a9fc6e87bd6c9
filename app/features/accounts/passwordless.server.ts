import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";

import type { Actor } from "./actor";
import { lockFactors, tellOwner } from "./factors.server";
import { passwordChangedMail } from "./mails.server";
import { faultOf, hashPassword } from "./password.server";
import { endAllSessions } from "./session.server";

/** Whether a password opens this account too. */
export const hasPassword = async ({ id }: Actor): Promise<boolean> =>
  (await db.account.count({ where: { id, passwordHash: { not: null } } })) === 1;

/**
 * Removes one's own password, so that passkeys alone open the account; sessions elsewhere end, and the owner is told by mail. Refuses
 * with 409 who has no passkey, or no password.
 */
export async function removePassword(actor: Actor, sessionToken: string | null) {
  await db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, actor.id);
    if (owner.passkeys === 0) throw conflict("security.errors.passkeyFirst");
    if (!owner.hasPassword) throw conflict("security.errors.noPassword");
    await tx.account.update({ where: { id: actor.id }, data: { passwordHash: null } });
    await tx.passwordReset.deleteMany({ where: { accountId: actor.id } });
    await endAllSessions(tx, actor.id, sessionToken);
    await record(tx, actor, "account.password_removed", { type: "ACCOUNT", id: actor.id });
    await tellOwner(tx, owner, "passwordRemoved");
  });
}

/** Gives an account without a password one. Refuses a weak one (422), and who has one already (409): that is changed with the old one. */
export async function addPassword(actor: Actor, { password }: { password: string }) {
  const account = found(await db.account.findUnique({ where: { id: actor.id }, select: { email: true, name: true } }));
  const fault = faultOf(password, { ...account, roles: actor.roles });
  if (fault) throw unprocessable(fault);
  const passwordHash = await hashPassword(password);

  await db.$transaction(async (tx) => {
    const { email, language } = await lockFactors(tx, actor.id);
    const { count } = await tx.account.updateMany({ where: { id: actor.id, passwordHash: null }, data: { passwordHash } });
    if (count === 0) throw conflict("security.errors.hasPassword");
    await record(tx, actor, "account.password_changed", { type: "ACCOUNT", id: actor.id });
    await queueMail(tx, email, passwordChangedMail(language));
  });
}
