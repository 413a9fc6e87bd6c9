import type { Actor } from "~/features/accounts/actor";
import { lockAdministrators } from "~/features/accounts/administrators.server";
import { record } from "~/features/activity/record.server";
import type { Sanction } from "~/generated/prisma/client";
import type { SanctionKind } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";

import { lockCase } from "./case.server";
import { tellOfCase } from "./notice.server";
import { may } from "./policy";
import type { RuleKey } from "./rules";
import { type Standing, endedWords, liftedWords } from "./sanction-words";

const AT_ONCE = 100;
const DAY = 86_400_000;

type Imposed = { accountId: string; decisionId: string; kind: SanctionKind; rule: RuleKey; until: Date | null };

/**
 * Imposes a measure on someone, as a part of a decision, which has asked the policy and tells the person. Refuses to silence or suspend the last
 * administrator (409).
 */
export async function imposeSanction(tx: Transaction, actor: Actor, { accountId, kind, until, ...about }: Imposed) {
  if (kind !== "WARNING") await keepAnotherAdministrator(tx, accountId);
  await lockAccount(tx, accountId);
  const { id, since } = await tx.sanction.create({
    data: { accountId, kind, until: kind === "WARNING" ? null : until, ...about },
    select: { id: true, since: true },
  });
  await keepInStep(tx, accountId);
  const days = until ? Math.ceil((until.getTime() - since.getTime()) / DAY) : 0;
  await record(tx, actor, "sanction.imposed", { type: "SANCTION", id }, { account: accountId, kind, rule: about.rule, days });
}

/**
 * Ends a measure at once. The person is told, with the reason. Refuses what does not exist for this moderator (404), one's own and where one is
 * concerned (403), and what has ended (409).
 */
export async function liftSanction(actor: Actor, id: string, reason: string) {
  await db.$transaction(async (tx) => {
    const { decision } = found(await tx.sanction.findUnique({ where: { id }, select: { decision: { select: { caseId: true } } } }));
    const { subject } = await lockCase(tx, actor, decision.caseId);
    const sanction = await tx.sanction.findUniqueOrThrow({ where: { id } });
    authorize(may.lift(actor, sanction.accountId) && may.conflictOf(actor, subject) === null);
    const left = await endSanction(tx, sanction, { lifter: actor, reason });
    if (!left) throw conflict("appeals.lifting.ended");
    const words = liftedWords({ ...sanction, reason, left });
    await tellOfCase(tx, { caseId: decision.caseId, accountId: sanction.accountId, role: "AUTHOR", about: "LIFTED", words });
  });
}

/** Ends what a decision imposed, when that decision is undone. Whoever undoes it tells the person. */
export async function undoSanctions(tx: Transaction, actor: Actor, decisionId: string) {
  for (const sanction of await tx.sanction.findMany({ where: { decisionId, endedAt: null } }))
    await endSanction(tx, sanction, { lifter: actor, reason: "" });
}

/** Ends the measures whose time is over, each by itself, and tells whom they were against. */
export async function endDueSanctions() {
  for (;;) {
    const due = await db.sanction.findMany({
      where: { endedAt: null, until: { lte: new Date() } },
      orderBy: { until: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    for (const { id } of due) await db.$transaction((tx) => endDue(tx, id));
    if (due.length < AT_ONCE) return;
  }
}

/** The case first, as everywhere: whoever lifts the measure at this moment holds that one, too. */
async function endDue(tx: Transaction, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Case" c JOIN "Decision" d ON d."caseId" = c.id JOIN "Sanction" s ON s."decisionId" = d.id WHERE s.id = ${id}::uuid FOR UPDATE OF c`;
  const { decision, ...sanction } = await tx.sanction.findUniqueOrThrow({
    where: { id },
    include: { decision: { select: { caseId: true } } },
  });
  const left = await endSanction(tx, sanction, null);
  if (!left) return;
  const words = endedWords({ ...sanction, left });
  await tellOfCase(tx, { caseId: decision.caseId, accountId: sanction.accountId, role: "AUTHOR", about: "ENDED", words });
}

type Lifting = { lifter: Actor; reason: string };

/** Ends one measure, by somebody or by itself, and says what of others is still in force; null where it has ended before. */
async function endSanction(
  tx: Transaction,
  { id, accountId, kind, rule }: Pick<Sanction, "id" | "accountId" | "kind" | "rule">,
  lifting: Lifting | null,
): Promise<Standing | null> {
  await lockAccount(tx, accountId);
  const by = lifting ? { lifterId: lifting.lifter.id, liftReason: lifting.reason } : {};
  const { count } = await tx.sanction.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date(), ...by } });
  if (count === 0) return null;
  const left = await keepInStep(tx, accountId);
  const name = lifting ? "sanction.lifted" : "sanction.ended";
  await record(tx, lifting?.lifter ?? null, name, { type: "SANCTION", id }, { account: accountId, kind, rule });
  return left;
}

/** NO KEY: what only names this person at the same moment need not wait. */
const lockAccount = async (tx: Transaction, id: string) =>
  found((await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Account" WHERE id = ${id}::uuid FOR NO KEY UPDATE`)[0]);

/** The account says until when the measures that are in force last together. */
async function keepInStep(tx: Transaction, accountId: string): Promise<Standing> {
  const lasting = await tx.sanction.groupBy({
    by: ["kind"],
    where: { accountId, endedAt: null, until: { gt: new Date() } },
    _max: { until: true },
  });
  const untilOf = (kind: SanctionKind) => lasting.find((one) => one.kind === kind)?._max.until ?? null;
  const left = { silencedUntil: untilOf("SILENCE"), suspendedUntil: untilOf("SUSPENSION") };
  await tx.account.update({ where: { id: accountId }, data: left, select: { id: true } });
  return left;
}

/** Refuses with 409 to take from the portal the last administrator who can act without an end in sight. Makes those wait who try it at once. */
async function keepAnotherAdministrator(tx: Transaction, accountId: string) {
  const grant = { role: "ADMINISTRATOR", endsAt: null } as const;
  await lockAdministrators(tx);
  if ((await tx.roleGrant.count({ where: { accountId, ...grant } })) === 0) return;
  const now = new Date();
  const others = await tx.account.count({
    where: {
      id: { not: accountId },
      roles: { some: grant },
      deactivatedAt: null,
      erasureDueAt: null,
      AND: [
        { OR: [{ suspendedUntil: null }, { suspendedUntil: { lte: now } }] },
        { OR: [{ silencedUntil: null }, { silencedUntil: { lte: now } }] },
      ],
    },
  });
  if (others === 0) throw conflict("decisions.conflict.lastAdministrator");
}
