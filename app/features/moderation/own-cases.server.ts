import { type Actor, isInGoodStanding } from "~/features/accounts/actor";
import { markRead } from "~/features/notifications/inbox.server";
import type { CaseNotice, Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { appealStateOf } from "./appeal-state";
import { isDismissal } from "./lifecycle";
import type { RuleKey } from "./rules";
import { isFlaggable } from "./subject.server";

/** So many of each kind are listed, the latest ones. */
export const LISTED = 50;

/** What has become of something of one's own; also the key of its words. */
export type OwnState =
  | "looked"
  | "waiting"
  | "hidden"
  | "repaired"
  | "hiddenByDecision"
  | "decided"
  | "dismissed"
  | "approved"
  | "returned"
  | "withdrawn"
  | "closed";

/** The cases about what is one's own, or about an organization for which one answers, the latest first. Never who reported it or who decides. */
export async function listOwnCases(actor: Actor) {
  const run = actor.organizations.filter(({ isSteward }) => isSteward).map(({ id }) => id);
  const cases = await db.case.findMany({
    where: {
      OR: [{ authorId: actor.id }, { subjectType: "ORGANIZATION", subjectId: { in: run } }],
      kind: { in: ["FLAG", "HELD", "REPAIR"] },
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: LISTED + 1,
    include: asAuthor(actor),
  });
  return cases.map((one) => ownCase(actor, one));
}

const toldTo = ({ id }: Actor, role: string) => ({
  where: { accountId: id, role },
  orderBy: [{ sentAt: "asc" as const }, { id: "asc" as const }],
});

const asAuthor = (actor: Actor) => ({
  decision: { include: { appeal: { include: { case: { select: { notices: toldTo(actor, "AUTHOR") } } } } } },
  notices: toldTo(actor, "AUTHOR"),
});

type Loaded = Prisma.CaseGetPayload<{ include: ReturnType<typeof asAuthor> }>;

function ownCase(actor: Actor, one: Loaded) {
  const { id, subjectType, subjectId, language, title, openedAt, decision, notices } = one;
  const state = stateOf(one);
  const appeal = decision?.appeal ?? null;
  const appealState = decision && appealStateOf(decision);
  const isUndone = appealState === "OVERTURNED";

  return {
    id,
    subject: isFlaggable(subjectType) ? subjectType : ("HELD_POST" as const),
    language,
    title,
    state,
    openedAt: openedAt.toISOString(),
    appealId: appeal?.caseId ?? null,
    appealState,
    decisionId: decision?.id ?? null,
    contestUntil: appealState === "open" ? (decision?.appealableUntil?.toISOString() ?? null) : null,
    repair: mayRepair(actor, one, isUndone) ? subjectId : null,
    told: [...notices, ...(appeal?.case.notices ?? [])].map(toldWords),
  };
}

export type OwnCase = ReturnType<typeof ownCase>;

/** A hidden post is mended by its author, where the case waits for it or it was hidden by the decision. */
const mayRepair = (actor: Actor, { subjectType, decision, closedAt, hiddenAt }: Loaded, isUndone: boolean) =>
  subjectType === "POST" && isInGoodStanding(actor) && ((!closedAt && hiddenAt !== null) || (decision?.content === "HIDE" && !isUndone));

const outcomes: Record<string, OwnState> = { APPROVED: "approved", RETURNED: "returned", WITHDRAWN: "withdrawn" };

function stateOf({ kind, closedAt, hiddenAt, repairedAt, outcome, decision }: Loaded): OwnState {
  if (!closedAt) {
    if (kind === "HELD") return "waiting";
    if (repairedAt) return "repaired";
    return hiddenAt ? "hidden" : "looked";
  }
  if (!decision) return outcomes[outcome ?? ""] ?? "closed";
  if (isDismissal(decision)) return "dismissed";
  return decision.content === "HIDE" ? "hiddenByDecision" : "decided";
}

const toldWords = ({ id, subject, paragraphs, language, sentAt }: CaseNotice) => ({
  id,
  subject,
  paragraphs,
  language: language as Language,
  sentAt: sentAt.toISOString(),
});

export type Told = ReturnType<typeof toldWords>;

/** The measures that were taken against oneself, the latest first. */
export async function listOwnSanctions({ id }: Actor) {
  const sanctions = await db.sanction.findMany({
    where: { accountId: id },
    orderBy: [{ since: "desc" }, { id: "desc" }],
    take: LISTED + 1,
    select: { id: true, kind: true, rule: true, since: true, until: true, endedAt: true, decisionId: true },
  });
  return sanctions.map(({ since, until, endedAt, rule, ...rest }) => ({
    ...rest,
    rule: rule as RuleKey,
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** What became of one's own reports, the latest first. */
export async function listOwnReports(actor: Actor) {
  const flags = await db.flag.findMany({
    where: { reporterId: actor.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: LISTED + 1,
    include: { case: { include: { decision: { include: { appeal: true } }, notices: toldTo(actor, "REPORTER") } } },
  });
  return flags.map(({ id, rule, at, case: about }) => ({
    id,
    caseId: about.authorId === actor.id ? null : about.id,
    rule: rule as RuleKey,
    at: at.toISOString(),
    title: about.title,
    language: about.language,
    outcome: outcomeOf(about),
    told: about.notices.map(toldWords),
  }));
}

type Reported = { closedAt: Date | null; decision: (Parameters<typeof appealStateOf>[0] & { id: string }) | null };

function outcomeOf({ closedAt, decision }: Reported) {
  if (!closedAt) return "looked" as const;
  if (!decision) return "closed" as const;
  if (decision.appeal?.ruling === "OVERTURNED") return "undone" as const;
  return isDismissal(decision) ? ("dismissed" as const) : ("acted" as const);
}

/** What a moderator was told of appeals against their own decisions, the latest first. */
export async function listJudged({ id }: Actor) {
  const notices = await db.caseNotice.findMany({
    where: { accountId: id, role: "MODERATOR" },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: LISTED + 1,
  });
  return notices.map((notice) => ({ ...toldWords(notice), caseId: notice.caseId }));
}

/** Whoever opens the page of their own cases has read what they were told of them. */
export async function readCaseNews({ id }: Actor) {
  const lines = await db.notification.findMany({ where: { accountId: id, kind: "case_news", readAt: null }, select: { id: true } });
  if (lines.length > 0)
    await db.$transaction((tx) =>
      markRead(
        tx,
        id,
        lines.map((line) => line.id),
      ),
    );
}
