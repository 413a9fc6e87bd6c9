import { THE_PORTAL } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/mail.server";
import { giveBack, limit, networkOf } from "~/platform/rate-limit.server";

import type { Actor, Viewer } from "./actor";
import { passwordChangedMail } from "./mails.server";
import { acceptPasskey } from "./passkey.server";
import { faultOf, hashPassword, isOutdated, isPassword } from "./password.server";
import { beginSignIn, type Browser, type SignInStep } from "./pending-sign-in.server";
import { may } from "./policy";
import type { Credentials, PasswordChange, Profile } from "./schema.server";
import { endAllSessions, endSession } from "./session.server";

type From = Browser & { clientAddress: string };

/**
 * Takes up the sign-in of who knows the password: a session in place of the one this browser had, or the step that comes before it. An
 * unknown address gets the same answer in the same time. Refuses wrong credentials and suspended accounts (422), and guessing (429).
 */
export async function signIn({ email, password }: Credentials, { clientAddress, ...browser }: From): Promise<SignInStep> {
  const tries = [
    ["sign-in by address", networkOf(clientAddress)],
    ["sign-in by account", email.toLowerCase()],
  ] as const;
  for (const [name, key] of tries) await limit(name, key);

  const account = await db.account.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  const passwordHash = account?.passwordHash;
  if (!account || !passwordHash || !isRight) throw await refuseSignIn(account?.id ?? null);
  for (const [name, key] of tries) await giveBack(name, key);

  const newHash = isOutdated(passwordHash) ? await hashPassword(password) : passwordHash;
  return db.$transaction(async (tx) => {
    if (!(await swapPassword(tx, account.id, passwordHash, newHash))) throw unprocessable("accounts.errors.signIn");
    return beginSignIn(tx, account.id, browser);
  });
}

/** Takes up the sign-in of who holds a passkey: that is both factors in one. Refuses one that is not right, and suspended accounts (422). */
export async function signInByPasskey(credential: string, origin: string, browser: Browser): Promise<SignInStep> {
  const accountId = await acceptPasskey(credential, origin, null);
  return db.$transaction((tx) => beginSignIn(tx, accountId, browser, { factorGiven: true }));
}

/** Ends the session of this browser, and gives the cookie that says so. */
export async function signOut(viewer: Viewer, sessionToken: string | null): Promise<string> {
  return db.$transaction(async (tx) => {
    if (viewer) await record(tx, viewer, "account.signed_out", { type: "ACCOUNT", id: viewer.id });
    return endSession(tx, sessionToken);
  });
}

/**
 * Changes one's own password, and ends one's sessions elsewhere. Refuses a wrong current password and a weak new one (422),
 * guessing (429), and the second of two changes at the same moment (409).
 */
export async function changePassword(actor: Actor, { currentPassword, password }: PasswordChange, sessionToken: string | null) {
  await limit("password check by account", actor.id);
  const account = found(
    await db.account.findUnique({ where: { id: actor.id }, select: { passwordHash: true, email: true, name: true, language: true } }),
  );
  const checked = account.passwordHash;
  if (!checked || !(await isPassword(currentPassword, checked))) throw unprocessable("accounts.errors.currentPassword");
  await giveBack("password check by account", actor.id);
  const fault = faultOf(password, { ...account, roles: actor.roles });
  if (fault) throw unprocessable(fault);
  const passwordHash = await hashPassword(password);

  await db.$transaction(async (tx) => {
    if (!(await swapPassword(tx, actor.id, checked, passwordHash))) throw conflict("accounts.errors.currentPassword");
    await tx.passwordReset.deleteMany({ where: { accountId: actor.id } });
    await endAllSessions(tx, actor.id, sessionToken);
    await record(tx, actor, "account.password_changed", { type: "ACCOUNT", id: actor.id });
    await queueMail(tx, account.email, passwordChangedMail(account.language));
  });
}

/** Changes one's own name, the language of one's mail and the zone of one's times. A silenced account may not (403). */
export async function changeProfile(actor: Actor, profile: Profile) {
  authorize(may.changeProfile(actor));

  await db.$transaction(async (tx) => {
    await tx.account.update({ where: { id: actor.id }, data: profile });
    await record(tx, actor, "account.changed", { type: "ACCOUNT", id: actor.id });
  });
}

async function refuseSignIn(accountId: string | null): Promise<Response> {
  log.warn({ account: accountId }, "a sign-in failed");
  const subject = accountId ? ({ type: "ACCOUNT", id: accountId } as const) : THE_PORTAL;
  await db.$transaction((tx) => record(tx, null, "account.sign_in_failed", subject));

  return unprocessable("accounts.errors.signIn");
}

/** Puts a hash in the place of the one that was checked. False when the password was changed in that very moment: it then opens nothing. */
async function swapPassword(tx: Transaction, id: string, checked: string, passwordHash: string): Promise<boolean> {
  const { count } = await tx.account.updateMany({ where: { id, passwordHash: checked }, data: { passwordHash } });
  return count === 1;
}
