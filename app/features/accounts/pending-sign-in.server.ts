import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { found, unprocessable } from "~/platform/errors";

import { isGone, reactivateAccount } from "./closing.server";
import { isStaff } from "./limits";
import { type FactorProof, proveFactor } from "./second-factor.server";
import { wantsSecondFactor } from "./second-factor-wanted.server";
import { endSession, startSession } from "./session.server";
import { hashOf, newToken } from "./token.server";

const COOKIE = "__Host-pending";
const MINUTES = 10;

/** The browser in which someone signs in: the session that it had until now, and what it is. */
export type Browser = { sessionToken: string | null; device: string };

/** Where a sign-in goes on (sign-in-step.ts knows the addresses), and the cookies that go with it. */
export type SignInStep = { next: "home" | "security" | "secondFactor" | "return"; cookies: string[] };

const beginAgain = () => unprocessable("security.errors.beginAgain");

/**
 * Takes up the sign-in of someone who is known to be who they say: by their password, or by their organization. Opens the session at once,
 * or gives a cookie with which only the next step can be taken: the second factor, or the waking of an account at rest. `factorGiven` is for
 * who gave a second factor already. Refuses suspended accounts, and those that are as good as erased like ones that never were (422).
 */
export async function beginSignIn(tx: Transaction, accountId: string, browser: Browser, { factorGiven = false } = {}): Promise<SignInStep> {
  const account = found(
    await tx.account.findUnique({
      where: { id: accountId },
      select: {
        suspendedUntil: true,
        deactivatedAt: true,
        erasureDueAt: true,
        authenticator: { select: { confirmedAt: true } },
        roles: { where: { OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] }, select: { role: true } },
        _count: { select: { passkeys: true } },
      },
    }),
  );
  if (isGone(account)) throw unprocessable("accounts.errors.signIn");
  if (account.suspendedUntil && account.suspendedUntil > new Date())
    throw unprocessable(`accounts.errors.suspended@${account.suspendedUntil.getTime()}`);

  const hasFactor = account._count.passkeys > 0 || Boolean(account.authenticator?.confirmedAt);
  if (hasFactor && !factorGiven) return wait(tx, accountId, "secondFactor");
  if (account.deactivatedAt || account.erasureDueAt) return wait(tx, accountId, "return");

  const owesFactor = !hasFactor && wantsSecondFactor() && isStaff(account.roles.map(({ role }) => role));
  return finish(tx, accountId, browser, owesFactor ? "security" : "home");
}

/**
 * Takes the second factor of a sign-in that waits for it, and goes on. Refuses what is wrong (422), the sixth code for one sign-in and too
 * many for one account (429). Of two at the same moment one goes on.
 */
export async function giveSecondFactor(token: string, proof: FactorProof, origin: string, browser: Browser): Promise<SignInStep> {
  const pending = await findPending(token, "secondFactor");
  if (!pending) throw beginAgain();
  await proveFactor(pending.accountId, proof, origin, `sign-in ${pending.id}`);

  return db.$transaction(async (tx) => {
    await takePending(tx, pending.id);
    return beginSignIn(tx, pending.accountId, browser, { factorGiven: true });
  });
}

/**
 * Wakes the account for which a sign-in waits, and opens the session. Refuses with 422 when nothing waits, or it is too late.
 */
export async function returnToAccount(token: string, browser: Browser): Promise<SignInStep> {
  const pending = await findPending(token, "return");
  if (!pending) throw beginAgain();

  return db.$transaction(async (tx) => {
    await takePending(tx, pending.id);
    await reactivateAccount(tx, pending.accountId);
    return beginSignIn(tx, pending.accountId, browser, { factorGiven: true });
  });
}

/** Gives up a sign-in that waits for a step, and gives the cookie that says so. */
export async function abandonSignIn(token: string): Promise<string> {
  await db.pendingSignIn.deleteMany({ where: { id: hashOf(token) } });
  return cookieOf("", 0);
}

/** The sign-in of this browser that waits for this step: whose, and what can be given; null when there is none, or no more. */
export async function findPending(token: string, step: "secondFactor" | "return") {
  if (!token) return null;
  const pending = await db.pendingSignIn.findUnique({
    where: { id: hashOf(token), isProven: step === "return", expiresAt: { gt: new Date() } },
    select: {
      id: true,
      accountId: true,
      account: {
        select: {
          deactivatedAt: true,
          erasureDueAt: true,
          authenticator: { select: { confirmedAt: true } },
          _count: { select: { passkeys: true } },
        },
      },
    },
  });
  if (!pending) return null;

  const { authenticator, _count, deactivatedAt, erasureDueAt } = pending.account;
  const ways = { app: Boolean(authenticator?.confirmedAt), passkey: _count.passkeys > 0 };
  return { id: pending.id, accountId: pending.accountId, ways, deactivatedAt, erasureDueAt };
}

/** The token of a sign-in that waits, from the cookie of a request; empty when there is none. */
export const pendingTokenOf = (request: Request): string =>
  /(?:^|;\s*)__Host-pending=([\w-]{43})(?:;|$)/.exec(request.headers.get("Cookie") ?? "")?.[1] ?? "";

/** Forgets the sign-ins that were not finished in time. */
export async function forgetOldPendingSignIns() {
  await db.pendingSignIn.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}

async function wait(tx: Transaction, accountId: string, next: "secondFactor" | "return"): Promise<SignInStep> {
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(Date.now() + MINUTES * 60_000);
  await tx.pendingSignIn.create({ data: { id: tokenHash, accountId, expiresAt, isProven: next === "return" } });

  return { next, cookies: [cookieOf(token, MINUTES * 60)] };
}

async function takePending(tx: Transaction, id: string) {
  const { count } = await tx.pendingSignIn.deleteMany({ where: { id } });
  if (count === 0) throw beginAgain();
}

async function finish(tx: Transaction, accountId: string, browser: Browser, next: "home" | "security"): Promise<SignInStep> {
  await endSession(tx, browser.sessionToken);
  await record(tx, { id: accountId }, "account.signed_in", { type: "ACCOUNT", id: accountId });

  return { next, cookies: [await startSession(tx, accountId, browser.device), cookieOf("", 0)] };
}

const cookieOf = (token: string, seconds: number) => `${COOKIE}=${token}; HttpOnly; Max-Age=${seconds}; Path=/; SameSite=Lax; Secure`;
