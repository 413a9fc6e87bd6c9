import { record } from "~/features/activity/record.server";
import type { ContributionKind } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import { kindNameOf } from "./kind-shape";
import { eventOf } from "./kinds.server";

/** A contribution as moderation knows it. */
export type KeptContribution = { id: string; kind: ContributionKind; hiddenAt: Date | null; discardedAt: Date | null };

/** A contribution, locked until the transaction ends; null where there is none. */
export async function lockContribution(tx: Transaction, id: string): Promise<KeptContribution | null> {
  const [row] = await tx.$queryRaw<KeptContribution[]>`
    SELECT id, kind, "hiddenAt", "discardedAt" FROM "Contribution" WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** Hides a contribution, with its discussion, from all but those who write and review it. Done twice it is done once. */
export async function hideContribution(tx: Transaction, id: string, actorId: string | null) {
  const one = await lockContribution(tx, id);
  if (!one || one.hiddenAt) return;

  await tx.contribution.update({ where: { id }, data: { hiddenAt: new Date() }, select: { id: true } });
  await hideVersions(tx, id);
  await tell(tx, one, actorId, "hidden");
}

/** Takes a contribution away for good: nobody recovers it but an appeal. Done twice it is done once. */
export async function barContribution(tx: Transaction, id: string, actorId: string | null) {
  const one = await lockContribution(tx, id);
  if (!one || isBarred(one)) return;

  // At one moment: so it stays known that it was not put away before.
  const at = one.hiddenAt ?? new Date();
  await tx.contribution.update({ where: { id }, data: { hiddenAt: at, discardedAt: one.discardedAt ?? at }, select: { id: true } });
  await hideVersions(tx, id);
  await tell(tx, one, actorId, "barred");
}

/** Makes a contribution what it was before it was hidden or barred. What its writers had put away stays away. */
export async function showContribution(tx: Transaction, id: string, actorId: string | null) {
  const one = await lockContribution(tx, id);
  if (!one?.hiddenAt) return;

  const back = isBarred(one) ? { discardedAt: null } : {};
  await tx.contribution.update({ where: { id }, data: { hiddenAt: null, ...back }, select: { id: true } });
  await showVersions(tx, id);
  await tell(tx, one, actorId, "shown");
}

const isBarred = ({ hiddenAt, discardedAt }: KeptContribution) => hiddenAt !== null && hiddenAt.getTime() === discardedAt?.getTime();

const hideVersions = (tx: Transaction, contributionId: string) =>
  tx.version.updateMany({ where: { face: { contributionId }, hiddenAt: null }, data: { hiddenAt: new Date() } });

/** A face that was mended since shows its new version alone: what had to go stays gone. */
const showVersions = (tx: Transaction, contributionId: string) => tx.$executeRaw`
  UPDATE "Version" v SET "hiddenAt" = NULL FROM "Face" f WHERE f.id = v."faceId" AND f."contributionId" = ${contributionId}::uuid AND v."hiddenAt" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "Version" n WHERE n."faceId" = f.id AND n."hiddenAt" IS NULL)`;

const tell = (tx: Transaction, { id, kind }: KeptContribution, actorId: string | null, verb: "hidden" | "shown" | "barred") =>
  record(tx, actorId === null ? null : { id: actorId }, eventOf({ name: kindNameOf(kind) }, verb), { type: "CONTRIBUTION", id });
