import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { found, unprocessable } from "~/platform/errors";
import { giveBack, limit } from "~/platform/rate-limit.server";

import type { Actor } from "./actor";
import { isPassword } from "./password.server";
import { markProven } from "./session.server";

/** Takes the password as proof that the right person sits before this session. Refuses a wrong one (422) and guessing (429). */
export async function proveByPassword(actor: Actor, { password }: { password: string }, sessionToken: string | null) {
  await limit("password check by account", actor.id);
  const { passwordHash } = found(await db.account.findUnique({ where: { id: actor.id }, select: { passwordHash: true } }));
  if (!(await isPassword(password, passwordHash))) throw unprocessable("accounts.errors.currentPassword");
  await giveBack("password check by account", actor.id);

  await db.$transaction(async (tx) => {
    await markProven(tx, sessionToken);
    await record(tx, actor, "account.proven", { type: "ACCOUNT", id: actor.id });
  });
}
