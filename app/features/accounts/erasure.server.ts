import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { queueMail } from "~/platform/mail.server";
import { forgetMailTo } from "~/platform/queue.server";

import { erasedMail } from "./closing-mails.server";

const AT_MOST = 100;
const TIMEOUT_MS = 60_000;

/** Someone whose grace is over, as every feature has to know them to erase what it holds. */
type Leaver = { id: string; email: string; language: Language };

/** What one feature holds about a person: erased, or left to the organization without the person. */
export type Erasure = (tx: Transaction, leaver: Leaver) => Promise<void>;

/**
 * Erases the accounts whose grace is over, each in one transaction with what all features hold: it goes whole, or stays whole for the next
 * time. One that fails keeps no other waiting; the job then fails as well, to be tried again.
 */
export async function eraseDueAccounts(erasures: readonly Erasure[]) {
  const where = { erasureDueAt: { lte: new Date() } };
  const due = await db.account.findMany({ where, select: { id: true }, orderBy: { erasureDueAt: "asc" }, take: AT_MOST });
  let failed = 0;
  for (const { id } of due)
    await eraseIfDue(id, erasures).catch((error: { code?: unknown }) => {
      failed += 1;
      log.error({ account: id, code: error.code }, "an account could not be erased");
    });
  if (failed > 0) throw new Error(`${failed} of ${due.length} accounts could not be erased.`);
}

/** Whoever wakes the account in the same moment comes first, or finds it gone. */
async function eraseIfDue(id: string, erasures: readonly Erasure[]) {
  const work = async (tx: Transaction) => {
    const [leaver] = await tx.$queryRaw<Leaver[]>`
      SELECT id, email::text, language FROM "Account" WHERE id = ${id}::uuid AND "erasureDueAt" <= ${new Date()} FOR UPDATE`;
    if (!leaver) return;

    for (const erase of erasures) await erase(tx, leaver);
    await eraseAccount(tx, leaver);
    await record(tx, null, "account.erased", { type: "ACCOUNT", id });
    // The one place where the address lives on, until this mail is sent or a day has passed.
    await queueMail(tx, leaver.email, erasedMail(leaver.language), `last-mail:${id}`);
  };
  await db.$transaction(work, { timeout: TIMEOUT_MS });
}

/**
 * The account itself. Roles, requests for them (their reasons are about this person alone), sessions, factors, consents and archives go
 * with it; what it decided about others stays, without it. Events keep nothing but its id.
 */
async function eraseAccount(tx: Transaction, { id, email }: Leaver) {
  await tx.registration.deleteMany({ where: { email } });
  await tx.emailChange.deleteMany({ where: { newEmail: email } });
  await tx.passkeyChallenge.deleteMany({ where: { accountId: id } });
  await forgetMailTo(tx, email);
  await tx.account.delete({ where: { id } });
}
