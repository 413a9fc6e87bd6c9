import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { giveBack, limit } from "~/platform/rate-limit.server";

import { takeAppCode } from "./authenticator.server";
import { acceptPasskey } from "./passkey.server";
import { takeRecoveryCode } from "./recovery-code.server";

/** A code from the app or a recovery code, or what the browser answered for a passkey. */
export type FactorProof = { code: string; credential: string };

/** What an account could give beside its password. */
export async function factorsOf(accountId: string) {
  const [authenticator, passkeys] = await Promise.all([
    db.authenticator.findUnique({ where: { accountId }, select: { confirmedAt: true } }),
    db.passkey.count({ where: { accountId } }),
  ]);
  return { app: Boolean(authenticator?.confirmedAt), passkey: passkeys > 0 };
}

/**
 * Takes a second factor of this account. Each code counts once, even for two at the same moment. Refuses what is wrong (422), too many codes
 * for one account, and the sixth for one `step`, such as a sign-in (429).
 */
export async function proveFactor(accountId: string, { code, credential }: FactorProof, origin: string, step?: string) {
  if (credential) return void (await acceptPasskey(credential, origin, accountId));
  const sent = code.replace(/[\s-]/g, "");
  if (sent === "") throw unprocessable("security.errors.codeRequired");

  if (step) await limit("codes of a step", step);
  await limit("codes by account", accountId);
  const isRight = /^\d{6}$/.test(sent) ? await takeAppCode(accountId, sent) : await takeRecoveryCode(accountId, sent);
  if (!isRight) throw await refuse(accountId);
  await giveBack("codes by account", accountId);
}

async function refuse(accountId: string): Promise<Response> {
  log.warn({ account: accountId }, "a second factor was wrong");
  await db.$transaction((tx) => record(tx, null, "account.factor_refused", { type: "ACCOUNT", id: accountId }));

  return unprocessable("security.errors.code");
}
