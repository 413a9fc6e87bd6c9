import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { found, unprocessable } from "~/platform/errors";
import { giveBack, limit } from "~/platform/rate-limit.server";

import type { Actor } from "./actor";
import { isPassword } from "./password.server";
import { factorsOf, proveFactor } from "./second-factor.server";
import { markProven } from "./session.server";

type Proof = { password: string; code: string; credential: string };

/** With what someone proves that it is they: a second factor where there is one, else the password. Neither: only a new sign-in does. */
export async function getWaysOfProof(actor: Actor) {
  const factors = await factorsOf(actor.id);
  const { passwordHash } = found(await db.account.findUnique({ where: { id: actor.id }, select: { passwordHash: true } }));
  return { ...factors, password: passwordHash !== null && !factors.app && !factors.passkey };
}

/**
 * Takes a second factor, or the password of who has none, as proof that the right person sits before this session. Refuses a wrong one,
 * and the password alone where there is a second factor (422), and guessing (429).
 */
export async function prove(actor: Actor, proof: Proof, origin: string, sessionToken: string | null) {
  const { app, passkey } = await factorsOf(actor.id);
  if (app || passkey) await proveFactor(actor.id, proof, origin);
  else await checkPassword(actor, proof.password);

  await db.$transaction(async (tx) => {
    await markProven(tx, sessionToken);
    await record(tx, actor, "account.proven", { type: "ACCOUNT", id: actor.id });
  });
}

async function checkPassword(actor: Actor, password: string) {
  if (password === "") throw unprocessable("accounts.errors.passwordRequired");
  await limit("password check by account", actor.id);
  const { passwordHash } = found(await db.account.findUnique({ where: { id: actor.id }, select: { passwordHash: true } }));
  if (!(await isPassword(password, passwordHash))) throw unprocessable("accounts.errors.currentPassword");
  await giveBack("password check by account", actor.id);
}
