import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";

/** Who someone is at a provider: the pair that never changes there (OpenID Connect Core, 2). */
export type Identity = { issuer: string; subject: string };

/** The account that belongs to an identity, if one does. */
export async function findLinkedAccount(tx: Transaction, { issuer, subject }: Identity): Promise<string | null> {
  const linked = await tx.ssoIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { accountId: true } });
  return linked?.accountId ?? null;
}

/** Lets an identity open an account. To be called only where the address of both is proven to be the same. */
export async function linkIdentity(tx: Transaction, accountId: string, { issuer, subject }: Identity) {
  await tx.ssoIdentity.create({ data: { issuer, subject, accountId } });
  await record(tx, { id: accountId }, "account.identity_linked", { type: "ACCOUNT", id: accountId });
}
