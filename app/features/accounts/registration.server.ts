import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, isTaken } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";
import { countTry, limit, networkOf } from "~/platform/rate-limit.server";

import { recordConsents } from "./consent.server";
import { alreadyRegisteredMail, confirmationMail } from "./mails.server";
import { openAccount } from "./opening.server";
import { faultOf, hashPassword, isPassword } from "./password.server";
import type { SignUp } from "./schema.server";
import { hashOf, newToken } from "./token.server";

const HOUR = 3_600_000;
const WORKS_FOR = 48 * HOUR;

const deadLink = () => unprocessable("accounts.errors.deadLink");

/**
 * Takes a sign-up and sends a mail to confirm it. A known address gets a mail that says so: here the same is done in the same
 * time for both. Refuses a weak password (422) and more than a few sign-ups from one network address (429).
 */
export async function register({ name, email, password, language }: SignUp, clientAddress: string) {
  const fault = faultOf(password, { email, name, roles: [] });
  if (fault) throw unprocessable(fault);
  await limit("sign-up by address", networkOf(clientAddress));
  const mayMail = (await countTry("sign-up by account", email.toLowerCase())) === 0;
  const passwordHash = await hashPassword(password);
  const { token, tokenHash } = newToken();

  await db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true, email: true, language: true } });
    // For a known address it is made as well, and leads nowhere: nobody gets its token.
    const registration = await tx.registration.create({
      data: { name, email, language, passwordHash, tokenHash, expiresAt: new Date(Date.now() + WORKS_FOR) },
    });
    const subject = { type: "ACCOUNT", id: account?.id ?? registration.id } as const;
    await record(tx, null, account ? "account.registered_again" : "account.registered", subject);
    if (!mayMail) return;

    const mail = account ? alreadyRegisteredMail(account.language) : confirmationMail(language, token);
    await queueMail(tx, account?.email ?? email, mail);
  });
}

/**
 * Makes an account of a registration, for who has both the link and the password that was chosen: so nobody confirms an account that a
 * stranger began with their address. Nobody is signed in by it; that one agreed to the present terms is on record, in the language of the
 * page that said so. Refuses a link that was used or is too old, and a wrong password, after five of which the link is dead (422).
 */
export async function confirmRegistration({ token, password }: { token: string; password: string }, language: Language) {
  await checkPassword(token, password);

  const work = db.$transaction(async (tx) => {
    const registration = await tx.registration.findUnique({ where: openTo(token) });
    if (!registration) throw deadLink();
    const { id, email, name, language: ofMail, passwordHash } = registration;

    await openAccount(tx, { id, email, name, language: ofMail, passwordHash });
    await recordConsents(tx, id, language);
  });
  await work.catch((error: unknown) => {
    throw isTaken(error) ? deadLink() : error;
  });
}

/** Whose address a link confirms; null when the link no longer works. */
export const findRegistration = (token: string) =>
  db.registration.findUnique({ where: openTo(token), select: { name: true, email: true } });

/** Forgets the sign-ups that were never confirmed. */
export async function forgetOldRegistrations() {
  await db.registration.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}

/** Counts the try first, so that many at the same moment are no more than five either. */
async function checkPassword(token: string, password: string) {
  const registration = await db.registration.findUnique({ where: openTo(token), select: { id: true, passwordHash: true } });
  if (!registration) throw deadLink();

  if ((await countTry("password of a sign-up", registration.id)) > 0) {
    await db.registration.deleteMany({ where: { id: registration.id } });
    throw deadLink();
  }
  if (!(await isPassword(password, registration.passwordHash))) throw unprocessable("accounts.errors.signUpPassword");
}

const openTo = (token: string) => ({ tokenHash: hashOf(token), expiresAt: { gt: new Date() } });
