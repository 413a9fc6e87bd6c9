import { record } from "~/features/activity/record.server";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";
import { countTry, limit } from "~/platform/rate-limit.server";

import type { Actor } from "./actor";
import { addressKnownMail, addressLeftMail, addressReachedMail, newAddressMail, oldAddressMail } from "./email-mails.server";
import { endAllSessions } from "./session.server";
import { hashOf, newToken } from "./token.server";

const HOUR = 3_600_000;
const WORKS_FOR = 48 * HOUR;

const deadLink = () => unprocessable("accounts.errors.deadLink");

/**
 * Asks for another address: both the old and the new one get a link. For an address that belongs to an account the same is done, but nobody
 * gets the new link: its owner is told instead. A silenced account may, since it must not lose its way in. Refuses one's own address (422),
 * a second change beside an open one (422) and too many (429).
 */
export async function askEmailChange(actor: Actor, { email }: { email: string }) {
  await limit("e-mail change by account", actor.id);
  const mayMail = (await countTry("e-mail change by address", email.toLowerCase())) === 0;
  const [atOld, atNew] = [newToken(), newToken()];

  await db.$transaction(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    if (account.email.toLowerCase() === email.toLowerCase()) throw unprocessable("settings.email.errors.same");
    if (await tx.emailChange.findFirst({ where: { accountId: actor.id, ...stillOpen() } }))
      throw unprocessable("settings.email.errors.open");

    const known = await tx.account.findUnique({ where: { email }, select: { email: true, language: true } });
    await tx.emailChange.deleteMany({ where: { accountId: actor.id } });
    await tx.emailChange.create({
      data: {
        accountId: actor.id,
        newEmail: email,
        oldTokenHash: atOld.tokenHash,
        newTokenHash: atNew.tokenHash,
        expiresAt: new Date(Date.now() + WORKS_FOR),
      },
    });
    await record(tx, actor, "account.email_change_asked", { type: "ACCOUNT", id: actor.id });
    await queueMail(tx, account.email, oldAddressMail(account.language, atOld.token, email));
    const mail = known ? addressKnownMail(known.language) : newAddressMail(account.language, atNew.token);
    if (mayMail) await queueMail(tx, known?.email ?? email, mail);
  });
}

/** Gives up one's own change of address. Refuses when there is none under way (409). */
export async function cancelEmailChange(actor: Actor) {
  await db.$transaction(async (tx) => {
    const { count } = await tx.emailChange.deleteMany({ where: { accountId: actor.id, ...stillOpen() } });
    if (count === 0) throw conflict("settings.email.errors.none");
    await record(tx, actor, "account.email_change_stopped", { type: "ACCOUNT", id: actor.id });
  });
}

/**
 * Confirms a change at the address to which this link was sent. When both have confirmed, the account goes by the new address, all
 * sessions but that of `sessionToken` end, and both addresses are told: then it gives "changed", and until then "waiting".
 * Refuses a dead link, and an address that another account took in the meantime, which ends the change (422).
 */
export async function confirmEmailChange({ token }: { token: string }, sessionToken: string | null): Promise<"changed" | "waiting"> {
  try {
    return await db.$transaction(async (tx) => {
      const confirmed = await confirm(tx, token);
      if (!confirmed.isBoth) return "waiting";

      await complete(tx, confirmed, sessionToken);
      return "changed";
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    await db.emailChange.deleteMany({ where: openTo(token) });
    throw unprocessable("settings.email.errors.taken");
  }
}

/** Stops a change from the old address, even when the new one has confirmed it. Refuses every other link (422). */
export async function stopEmailChange({ token }: { token: string }) {
  await db.$transaction(async (tx) => {
    const change = await tx.emailChange.findUnique({
      where: { oldTokenHash: hashOf(token), ...stillOpen() },
      select: { id: true, accountId: true },
    });
    const { count } = change ? await tx.emailChange.deleteMany({ where: { id: change.id } }) : { count: 0 };
    if (!change || count === 0) throw deadLink();
    await record(tx, null, "account.email_change_stopped", { type: "ACCOUNT", id: change.accountId });
  });
}

/** One's own change under way, if there is one. */
export const findOwnEmailChange = (actor: Actor) =>
  db.emailChange.findFirst({
    where: { accountId: actor.id, ...stillOpen() },
    select: { newEmail: true, oldConfirmedAt: true, newConfirmedAt: true, expiresAt: true },
  });

/** What a link is about; null when it no longer works. */
export async function findEmailChange(token: string) {
  const change = await db.emailChange.findFirst({ where: openTo(token) });
  if (!change) return null;

  const side = change.oldTokenHash === hashOf(token) ? ("old" as const) : ("new" as const);
  return { side, newEmail: change.newEmail, isConfirmed: (side === "old" ? change.oldConfirmedAt : change.newConfirmedAt) !== null };
}

/** Forgets the changes that were never confirmed. */
export async function forgetOldEmailChanges() {
  await db.emailChange.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}

type Change = { id: string; accountId: string; newEmail: string; isBoth: boolean };

/** Of two links that are confirmed at the same moment the second waits here, and sees the first. */
async function confirm(tx: Transaction, token: string): Promise<Change> {
  await tx.$queryRaw`SELECT 1 FROM "EmailChange" WHERE "oldTokenHash" = ${hashOf(token)} OR "newTokenHash" = ${hashOf(token)} FOR UPDATE`;
  const change = await tx.emailChange.findFirst({ where: openTo(token) });
  if (!change) throw deadLink();
  const now = new Date();
  const isOld = change.oldTokenHash === hashOf(token);
  const oldConfirmedAt = change.oldConfirmedAt ?? (isOld ? now : null);
  const newConfirmedAt = change.newConfirmedAt ?? (isOld ? null : now);

  await tx.emailChange.update({ where: { id: change.id }, data: { oldConfirmedAt, newConfirmedAt } });
  return { ...change, isBoth: oldConfirmedAt !== null && newConfirmedAt !== null };
}

async function complete(tx: Transaction, { accountId, newEmail }: Change, sessionToken: string | null) {
  const { email, language } = await lockAccount(tx, accountId);
  await tx.account.update({ where: { id: accountId }, data: { email: newEmail } });
  await tx.emailChange.deleteMany({ where: { accountId } });
  // Links to a new password are in the old mailbox, which may be someone else's by now.
  await tx.passwordReset.deleteMany({ where: { accountId, usedAt: null } });
  await endAllSessions(tx, accountId, sessionToken);

  await record(tx, { id: accountId }, "account.email_changed", { type: "ACCOUNT", id: accountId });
  await queueMail(tx, email, addressLeftMail(language));
  await queueMail(tx, newEmail, addressReachedMail(language));
}

async function lockAccount(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${id}::uuid FOR UPDATE`;
  return found(await tx.account.findUnique({ where: { id }, select: { email: true, language: true } }));
}

const stillOpen = () => ({ expiresAt: { gt: new Date() } });

const openTo = (token: string) => ({ OR: [{ oldTokenHash: hashOf(token) }, { newTokenHash: hashOf(token) }], ...stillOpen() });
