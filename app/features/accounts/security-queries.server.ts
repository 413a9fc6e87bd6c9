import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";

import type { Actor } from "./actor";
import { isStaff } from "./limits";
import { may } from "./policy";
import { wantsSecondFactor } from "./second-factor-wanted.server";

export type Security = Awaited<ReturnType<typeof getSecurity>>;

/** How one's own account is entered, as the settings show it. No secret and no key is in it. */
export async function getSecurity(actor: Actor) {
  const { passwordHash, authenticator, passkeys, _count, roles } = found(
    await db.account.findUnique({
      where: { id: actor.id },
      select: {
        passwordHash: true,
        authenticator: { select: { confirmedAt: true } },
        passkeys: { select: { id: true, name: true, createdAt: true, lastUsedAt: true }, orderBy: { createdAt: "asc" }, take: 50 },
        roles: { where: { OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] }, select: { role: true } },
        _count: { select: { recoveryCodes: { where: { usedAt: null } }, identities: true } },
      },
    }),
  );
  const app = authenticator?.confirmedAt ?? null;

  return {
    app,
    passkeys,
    hasPassword: passwordHash !== null,
    mayRemovePassword: passwordHash !== null && passkeys.length > 0,
    codesLeft: _count.recoveryCodes,
    owes: actor.owesSecondFactor,
    /** With one factor left and a role that wants one, its removal lets the role rest. */
    restsWithout: wantsSecondFactor() && isStaff(roles.map(({ role }) => role)) && passkeys.length + (app ? 1 : 0) === 1,
    /** The only passkey of an account that nothing else opens. */
    keepsPasskey: passwordHash === null && _count.identities === 0 && passkeys.length === 1,
  };
}

/** One of one's own passkeys, by its id; 404 for others. */
export const getPasskey = async (actor: Actor, id: string) =>
  found(await db.passkey.findUnique({ where: { id, accountId: actor.id }, select: { id: true, name: true, createdAt: true } }));

/** Whether someone has second factors that could be removed for them: for administrators, never of oneself (403). */
export async function getFactors(actor: Actor, id: string) {
  authorize(may.resetFactors(actor, id));
  const select = {
    name: true,
    _count: { select: { passkeys: true, recoveryCodes: true } },
    authenticator: { select: { createdAt: true } },
  } as const;
  const { name, _count, authenticator } = found(await db.account.findUnique({ where: { id }, select }));

  return { name, hasFactors: _count.passkeys + _count.recoveryCodes > 0 || authenticator !== null };
}
