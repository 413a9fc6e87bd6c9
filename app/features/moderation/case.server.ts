import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { CaseKind, CaseSubject, Language } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";
import { authorize, conflict, found, notFound } from "~/platform/errors";

import { isOpenTo } from "./lifecycle";
import { type CaseSubjectOf, may } from "./policy";
import { PRIORITY } from "./rules";
import { scopeOf } from "./scope.server";

const LONGEST_TITLE = 300;
const LONGEST_WORDS = 40_000;

/** What a new case has to know of the thing that it is about. */
export type CaseThing = {
  subjectType: CaseSubject;
  subjectId: string;
  language: Language;
  categoryId: string | null;
  organizationIds: string[];
  /** Whose own work it is. */
  ownerIds: string[];
  /** Who is told, and may contest. */
  authorId: string | null;
  title: string;
  words: string;
};

type Opening = { kind: CaseKind; priority: number; rule?: string | null };

/**
 * Opens a case about a thing, or finds the one that is open and makes it more urgent where that is due. Two at once open one. Whoever calls has
 * asked the policy.
 */
export async function openCase(
  tx: Transaction,
  thing: CaseThing,
  { kind, priority, rule = null }: Opening,
): Promise<{ id: string; isNew: boolean }> {
  const { subjectType, subjectId, language, categoryId, organizationIds, ownerIds, authorId } = thing;
  const about = { language, categoryId, organizationIds, ownerIds, authorId };
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`case of ${subjectType} ${subjectId}`}, 0))`;
  // Whoever is deciding about it now is waited for: what they have closed is not opened by a report that comes too late for it.
  const [open] = await tx.$queryRaw<{ id: string; priority: number }[]>`
    SELECT id, priority FROM "Case" WHERE "subjectType" = ${subjectType}::"CaseSubject" AND "subjectId" = ${subjectId}::uuid AND "closedAt" IS NULL
    FOR UPDATE`;
  if (open) {
    const raised = Math.min(PRIORITY.most, Math.max(open.priority + PRIORITY.anotherFlag, priority));
    await tx.case.update({ where: { id: open.id }, data: { priority: raised, version: { increment: 1 } }, select: { id: true } });
    return { id: open.id, isNew: false };
  }
  const title = thing.title.slice(0, LONGEST_TITLE);
  const words = thing.words.slice(0, LONGEST_WORDS);
  const { id } = await tx.case.create({
    data: { ...about, title, words, subjectType, subjectId, kind, priority, rule },
    select: { id: true },
  });
  await record(tx, null, "case.opened", { type: "CASE", id }, { kind, subject: subjectType, rule });
  return { id, isNew: true };
}

/** A case as its verbs know it, locked until the transaction ends. */
export type LoadedCase = Awaited<ReturnType<typeof lockCase>>;

/**
 * Loads a case for a change and locks it. Refuses one that is not there, not for this role or out of scope (404). Locks nothing else: lock the case
 * first, then the thing that it is about.
 */
export async function lockCase(tx: Transaction, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE id = ${id}::uuid FOR UPDATE`;
  const one = found(
    await tx.case.findUnique({
      where: { id },
      include: { decision: true, appeal: { include: { decision: { select: { deciderId: true, caseId: true } } } } },
    }),
  );
  const subject = await subjectOf(tx, one);
  if (!may.see(actor, subject, await scopeOf(tx, actor))) throw notFound();

  return { ...one, isOpen: one.closedAt === null, subject };
}

/** What the policy has to know of a case. Refuses one that is not there (404). */
export async function loadSubject(tx: Transaction, id: string): Promise<CaseSubjectOf> {
  const include = { appeal: { select: { decision: { select: { deciderId: true, caseId: true } } } } };
  return subjectOf(tx, found(await tx.case.findUnique({ where: { id }, include })));
}

/**
 * Refuses who may not decide about it, being concerned (403), a case that someone else changed meanwhile or that is closed (409), and what this kind
 * of case does not know (409). `version` is the one that was seen.
 */
export function refuseUnless(
  actor: Actor,
  { isOpen, kind, version, subject }: LoadedCase,
  move: Parameters<typeof isOpenTo>[0],
  seenVersion: number,
) {
  authorize(may.conflictOf(actor, subject) === null);
  if (!isOpen) throw conflict("moderation.conflict.closed");
  if (version !== seenVersion) throw conflict("moderation.conflict.changed");
  if (!isOpenTo(move, { kind, isOpen })) throw conflict("moderation.conflict.otherKind");
}

type Row = {
  kind: CaseKind;
  language: Language;
  categoryId: string | null;
  organizationIds: string[];
  ownerIds: string[];
  appeal: { decision: { deciderId: string | null; caseId: string } } | null;
};

/** What the policy has to know: whoever belongs now to an organization of the owners is concerned, too. */
async function subjectOf(tx: Transaction, { kind, language, categoryId, organizationIds, ownerIds, appeal }: Row): Promise<CaseSubjectOf> {
  const colleagues = await tx.membership.findMany({
    where: { accountId: { in: ownerIds } },
    distinct: ["organizationId"],
    select: { organizationId: true },
  });
  return {
    kind,
    language,
    categoryId,
    organizationIds: [...new Set([...organizationIds, ...colleagues.map(({ organizationId }) => organizationId)])],
    ownerIds,
    deciderIds: appeal?.decision.deciderId ? [appeal.decision.deciderId] : [],
  };
}
