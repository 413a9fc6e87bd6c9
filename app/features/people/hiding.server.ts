import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";

import { ensureProfile } from "./profile.server";

/** Hides a profile, with its photo, from all but its owner. Done twice it is done once. */
export async function hideProfile(tx: Transaction, accountId: string, actorId: string | null) {
  await ensureProfile(tx, accountId);
  const hidden = await tx.profile.updateMany({ where: { accountId, hiddenAt: null }, data: { hiddenAt: new Date() } });
  if (hidden.count > 0) await record(tx, doer(actorId), "profile.hidden", { type: "ACCOUNT", id: accountId });
}

/** Shows it again. Done twice it is done once. */
export async function showProfile(tx: Transaction, accountId: string, actorId: string | null) {
  await ensureProfile(tx, accountId);
  const shown = await tx.profile.updateMany({ where: { accountId, hiddenAt: { not: null } }, data: { hiddenAt: null } });
  if (shown.count > 0) await record(tx, doer(actorId), "profile.shown", { type: "ACCOUNT", id: accountId });
}

const doer = (actorId: string | null) => (actorId === null ? null : { id: actorId });
