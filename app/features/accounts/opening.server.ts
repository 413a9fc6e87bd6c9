import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";

type New = { id?: string; email: string; name: string; language: Language; passwordHash?: string };

/**
 * Opens an account for someone whose address was just proven: by the mail of a sign-up, by an invitation, or by their organization.
 * Sign-ups that still wait for the same address come to nothing.
 */
export async function openAccount(tx: Transaction, { email, ...person }: New): Promise<{ id: string }> {
  const account = await tx.account.create({ data: { email, ...person }, select: { id: true } });
  await tx.registration.deleteMany({ where: { email } });
  await record(tx, account, "account.verified", { type: "ACCOUNT", id: account.id });
  return account;
}
