import type { Actor } from "~/features/accounts/actor";
import { hashOf } from "~/features/accounts/token.server";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, found, notFound } from "~/platform/errors";

import type { RulingForm } from "./appeal-schema.server";
import { appealStateOf } from "./appeal-state";
import { appealMadeWords } from "./appeal-words";
import { lockCase, openCase, refuseUnless } from "./case.server";
import { closeCase } from "./closing.server";
import { audienceOf } from "./keepers.server";
import { tellOfCase } from "./notice.server";
import { drawUndone, overturn } from "./overturn.server";
import { may } from "./policy";
import { tellOfRuling } from "./ruling-news.server";
import { PRIORITY } from "./rules";

/** Who contests: someone signed in, silenced or not, or the holder of the token in the mail, who may be suspended. */
export type Appellant = Actor | { token: string };

/**
 * Contests a decision, once: someone who had no part in it will look again. The same words sent twice are one appeal. Refuses who was not decided
 * about (404), a second appeal and a late one, and where there is nothing to contest (409).
 */
export async function appealDecision(who: Appellant, decisionId: string, words: string): Promise<{ caseId: string }> {
  return db.$transaction(async (tx) => {
    const { case: first, appeal, ...decision } = await lockDecision(tx, who, decisionId);
    const appellantId = "token" in who ? first.authorId : who.id;
    if (appeal && appeal.words === words && appeal.appellantId === appellantId) return { caseId: appeal.caseId };
    const state = appealStateOf({ ...decision, appeal });
    if (state !== "open") throw conflict(refusals[state]);

    const { language, categoryId, organizationIds, title } = first;
    const ownerIds = [...new Set([...first.ownerIds, ...(appellantId ? [appellantId] : [])])];
    const about = { subjectType: "DECISION", subjectId: decisionId, language, categoryId, organizationIds, ownerIds, title } as const;
    const { id: caseId } = await openCase(
      tx,
      { ...about, authorId: appellantId, words },
      { kind: "APPEAL", priority: PRIORITY.appeal, rule: decision.rule },
    );
    await tx.appeal.create({ data: { decisionId, caseId, appellantId, words }, select: { id: true } });
    const actor = appellantId ? { id: appellantId } : null;
    await record(tx, actor, "appeal.made", { type: "CASE", id: caseId }, { decision: decisionId, rule: decision.rule });
    await acknowledge(tx, first, { caseId, appellantId, decisionId, token: "token" in who ? who.token : null });
    return { caseId };
  });
}

const refusals = {
  dismissed: "appeals.errors.nothing",
  over: "appeals.errors.late",
  waiting: "appeals.errors.twice",
  UPHELD: "appeals.errors.twice",
  OVERTURNED: "appeals.errors.twice",
} as const;

/** The decision with its case, which is locked so that of two who appeal at once the second sees the first. */
async function lockDecision(tx: Transaction, who: Appellant, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Case" c JOIN "Decision" d ON d."caseId" = c.id WHERE d.id = ${id}::uuid FOR UPDATE OF c`;
  const decision = found(await tx.decision.findUnique({ where: { id }, include: { case: true, appeal: true } }));
  const isTheirs = "token" in who ? decision.tokenHash === hashOf(who.token) : may.contest(who, decision.case);
  if (!isTheirs) throw notFound();
  return decision;
}

type Acknowledged = { caseId: string; appellantId: string | null; decisionId: string; token: string | null };

/** Of an organization whose stewards hold one token together, all are told. */
async function acknowledge(
  tx: Transaction,
  first: Parameters<typeof audienceOf>[1] & { title: string },
  { caseId, appellantId, decisionId, token }: Acknowledged,
) {
  for (const accountId of appellantId ? [appellantId] : await audienceOf(tx, first))
    await tellOfCase(tx, {
      caseId,
      accountId,
      role: "AUTHOR",
      about: "APPEALED",
      words: appealMadeWords({ title: first.title, decisionId, token }),
    });
}

const HOUR = 3_600_000;

/**
 * Someone who had no part in a decision says whether it stands or is undone, for good. Tells whoever appealed, whoever decided, and, where it is
 * undone, those who had reported it. Refuses the first decider, the author and their organization (403), who does not see the case (404), and what
 * was ruled or changed meanwhile (409).
 */
export async function ruleOnAppeal(actor: Actor, caseId: string, form: RulingForm) {
  const { ruling, toAuthor, note } = form;
  const drawn = ruling === "OVERTURNED" ? await drawBack(actor, caseId, form) : null;

  await db.$transaction(async (tx) => {
    const { contested, decision } = await lockToRule(tx, actor, caseId, form);

    const decidedAt = new Date();
    await tx.appeal.update({
      where: { caseId },
      data: { ruling, deciderId: actor.id, decidedAt, toAuthor, note },
      select: { id: true },
    });
    const { isBack } = ruling === "OVERTURNED" ? await overturn(tx, actor, decision, drawn) : { isBack: false };
    const hours = Math.floor((decidedAt.getTime() - contested.openedAt.getTime()) / HOUR);
    await record(tx, actor, "appeal.decided", { type: "CASE", id: caseId }, { ruling, rule: decision.rule, hours });
    await closeCase(tx, contested, "DECIDED", actor);
    await tellOfRuling(tx, decision, { caseId, appellantId: contested.appeal?.appellantId ?? null, ruling, toAuthor, isBack });
  });
}

/** Asks everything before the words are drawn, too. */
async function drawBack(actor: Actor, caseId: string, form: RulingForm) {
  const { decision } = await db.$transaction((tx) => lockToRule(tx, actor, caseId, form));
  return drawUndone(actor, decision);
}

async function lockToRule(tx: Transaction, actor: Actor, caseId: string, { version }: Pick<RulingForm, "version">) {
  const contested = await lockCase(tx, actor, caseId);
  refuseUnless(actor, contested, "rule", version);
  const { decisionId } = found(contested.appeal);
  const decision = await tx.decision.findUniqueOrThrow({ where: { id: decisionId }, include: { case: { include: { flags: true } } } });
  return { contested, decision };
}
