import type { Viewer } from "~/features/accounts/actor";
import { hashOf } from "~/features/accounts/token.server";
import type { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import { appealStateOf } from "./appeal-state";
import { isSomeoneFree } from "./free-deciders.server";
import { keepers } from "./keepers.server";
import { may } from "./policy";
import type { RuleKey } from "./rules";
import { type Flaggable, isFlaggable } from "./subject.server";

const everything = { case: true, appeal: true } as const;

/**
 * What was decided about something, for its author, or for the stewards of the organization: to be read and to be contested. Nobody else has this
 * page (404). Says neither who reported it nor who decided.
 */
export async function getDecision(viewer: Viewer, language: Language, id: string) {
  const decision = found(await db.decision.findUnique({ where: { id }, include: everything }));
  if (!may.contest(viewer, decision.case)) throw notFound();
  return shownOf(decision, { viewer, language, isByMail: false });
}

/**
 * The same for the holder of the link in the mail, who need not sign in. Once it was used, or when its time is over, it shows how things stand and
 * none of the words. A link that is none leads nowhere (404).
 */
export async function getDecisionByToken(language: Language, token: string) {
  const isOne = /^[\w-]{22,100}$/.test(token);
  const decision = found(isOne ? await db.decision.findUnique({ where: { tokenHash: hashOf(token) }, include: everything }) : null);
  return shownOf(decision, { viewer: null, language, isByMail: true });
}

type Loaded = Prisma.DecisionGetPayload<{ include: typeof everything }>;

type About = { viewer: Viewer; language: Language; isByMail: boolean };

async function shownOf(decision: Loaded, { viewer, language, isByMail }: About) {
  const { id, rule, content, person, until, decidedAt, appealableUntil, toAuthor, appeal, case: about } = decision;
  const state = appealStateOf(decision);
  const isSilent = isByMail && state !== "open";

  return {
    id,
    subject: isFlaggable(about.subjectType) ? about.subjectType : ("POST" as Flaggable),
    language: about.language,
    title: isSilent ? "" : about.title,
    words: isSilent ? "" : about.words,
    address: isByMail ? null : await addressOf(viewer, language, about),
    rule: rule as RuleKey,
    content,
    person,
    until: until?.toISOString() ?? null,
    decidedAt: decidedAt.toISOString(),
    toAuthor: isSilent ? "" : toAuthor,
    appealableUntil: appealableUntil?.toISOString() ?? null,
    state,
    isWithoutDecider: state === "waiting" && appeal !== null && !(await isSomeoneFree(appeal.caseId)),
    appeal: appeal && appealShown(appeal, isSilent),
  };
}

/** Everything that a page about a decision says. */
export type ShownDecision = Awaited<ReturnType<typeof getDecision>>;

type Row = { madeAt: Date; decidedAt: Date | null; words: string; toAuthor: string };

const appealShown = ({ madeAt, decidedAt, words, toAuthor }: Row, isSilent: boolean) => ({
  madeAt: madeAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  words: isSilent ? "" : words,
  toAuthor: isSilent ? "" : toAuthor,
});

async function addressOf(viewer: Viewer, language: Language, { subjectType, subjectId }: Loaded["case"]) {
  if (!isFlaggable(subjectType)) return null;
  const keeper = keepers[subjectType];
  return db.$transaction((tx) => keeper.addressOf(tx, viewer, language, subjectId));
}
