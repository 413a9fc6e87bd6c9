import { randomBytes } from "node:crypto";

import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict } from "~/platform/errors";

import type { Actor } from "./actor";
import { type FactorOwner, lockFactors, tellOwner } from "./factors.server";
import { hashOf } from "./token.server";

const HOW_MANY = 10;
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's: none looks like another
const LENGTH = 24; // of five bits each: 120 bits, so that a plain hash of them tells nothing

/** Makes ten recovery codes in place of those that there were, to be shown once; their owner is told. Refuses who has no second factor (409). */
export async function makeRecoveryCodes(actor: Actor): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const owner = await lockFactors(tx, actor.id);
    if (!owner.hasApp && owner.passkeys === 0) throw conflict("security.errors.noFactors");
    await tellOwner(tx, owner, "recoveryCodesMade");
    return newCodes(tx, actor);
  });
}

/** The codes that come with the first factor of an account; null when it had one already. */
export const codesForFirstFactor = async (tx: Transaction, actor: Actor, { hasApp, passkeys }: FactorOwner): Promise<string[] | null> =>
  hasApp || passkeys > 0 ? null : newCodes(tx, actor);

/** Without a second factor there is nothing to recover. */
export async function dropCodesWithLastFactor(tx: Transaction, accountId: string) {
  const { hasApp, passkeys } = await lockFactors(tx, accountId);
  if (!hasApp && passkeys === 0) await tx.recoveryCode.deleteMany({ where: { accountId } });
}

/** Takes a recovery code, if it is right and unused, and tells its owner how many are left. */
export async function takeRecoveryCode(accountId: string, code: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { accountId, codeHash: hashOf(plain(code)), usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) return false;

    const left = await tx.recoveryCode.count({ where: { accountId, usedAt: null } });
    await record(tx, { id: accountId }, "account.recovery_code_used", { type: "ACCOUNT", id: accountId }, { left });
    await tellOwner(tx, await lockFactors(tx, accountId), "recoveryCodeUsed", left);
    return true;
  });
}

async function newCodes(tx: Transaction, actor: Actor): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.recoveryCode.deleteMany({ where: { accountId: actor.id } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ accountId: actor.id, codeHash: hashOf(plain(code)) })) });
  await record(tx, actor, "account.recovery_codes_made", { type: "ACCOUNT", id: actor.id });

  return codes;
}

function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** As it was made, whatever was typed for letters that are easily mistaken. */
const plain = (code: string) => code.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
