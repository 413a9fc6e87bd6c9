import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";
import { enqueue } from "~/platform/queue.server";
import { countTry, limit, networkOf } from "~/platform/rate-limit.server";

import { isStaff } from "./limits";
import { newPasswordMail, passwordChangedMail } from "./mails.server";
import { faultOf, hashPassword } from "./password.server";
import { type FactorProof, factorsOf, proveFactor } from "./second-factor.server";
import { endAllSessions } from "./session.server";
import { hashOf, newToken } from "./token.server";

const MINUTE = 60_000;
const WORKS_FOR = 60 * MINUTE;

const deadLink = () => unprocessable("accounts.errors.deadLink");

/**
 * Takes note that someone forgot the password of this address. Whether there is such an account is found out by a job, so that
 * here the answer and its time are the same. Beyond five mails in half an hour it does nothing, silently; refuses with 429 who asks for many.
 */
export async function forgetPassword(email: string, clientAddress: string) {
  await limit("forgotten password by address", networkOf(clientAddress));
  if ((await countTry("forgotten password by account", email.toLowerCase())) > 0) return;

  await db.$transaction((tx) => enqueue(tx, "offer-new-password", { email }));
}

/** Sends the link to a new password, if there is an account with this address. */
export async function offerNewPassword(email: string) {
  await db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true, email: true, language: true } });
    if (!account) return;

    const { token, tokenHash } = newToken();
    await tx.passwordReset.create({ data: { accountId: account.id, tokenHash, expiresAt: new Date(Date.now() + WORKS_FOR) } });
    await record(tx, null, "account.password_forgotten", { type: "ACCOUNT", id: account.id });
    await queueMail(tx, account.email, newPasswordMail(account.language, token));
  });
}

/**
 * Sets the password of whoever holds the link, and ends all sessions. Where there is a second factor it is asked first. Of several uses
 * of one link at the same moment one counts. Refuses a link that was used or is too old, a weak password and a wrong factor (422), and
 * the sixth code (429).
 */
export async function setNewPassword(
  { token, password, ...proof }: { token: string; password: string } & Partial<FactorProof>,
  origin = "",
) {
  const account = await accountOf(token);
  if (!account) throw deadLink();
  const fault = faultOf(password, account);
  if (fault) throw unprocessable(fault);
  const { app, passkey } = await factorsOf(account.id);
  if (app || passkey) await proveFactor(account.id, { code: "", credential: "", ...proof }, origin, `new password ${hashOf(token)}`);
  const passwordHash = await hashPassword(password);

  await db.$transaction(async (tx) => {
    const { count } = await tx.passwordReset.updateMany({ where: openTo(token), data: { usedAt: new Date() } });
    if (count === 0) throw deadLink();

    await tx.account.update({ where: { id: account.id }, data: { passwordHash } });
    await tx.passwordReset.deleteMany({ where: { accountId: account.id, usedAt: null } });
    await endAllSessions(tx, account.id);
    await record(tx, { id: account.id }, "account.password_changed", { type: "ACCOUNT", id: account.id });
    await queueMail(tx, account.email, passwordChangedMail(account.language));
  });
}

/** Whose password a link sets, whether more is asked of it, and which second factors there are; null when the link no longer works. */
export async function findReset(token: string) {
  const account = await accountOf(token);
  return account && { email: account.email, isStaff: isStaff(account.roles), ways: await factorsOf(account.id) };
}

/** Forgets the links that no longer work. */
export async function forgetOldResets() {
  await db.passwordReset.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}

async function accountOf(token: string) {
  const reset = await db.passwordReset.findUnique({
    where: openTo(token),
    select: { account: { select: { id: true, email: true, name: true, language: true, roles: { select: { role: true } } } } },
  });
  return reset && { ...reset.account, roles: reset.account.roles.map(({ role }) => role) };
}

const openTo = (token: string) => ({ tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() } });
