import type { PartOf } from "~/features/accounts/archive.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import type { Entry } from "~/platform/archive";
import { db } from "~/platform/db.server";

import type { RuleKey } from "./rules";

const AT_ONCE = 100;

/** What this person reported, was told of and contested, and the measures taken against them. Who else was concerned is not theirs to know. */
export const moderationPart: PartOf = async ({ id, language }) => ({
  facts: { sanctions: await sanctionsOf(id, language), flags: await flagsOf(id, language), appeals: await appealsOf(id) },
  lists: { caseNotices: noticesOf(id) },
});

const ruleIn = (language: Language, rule: string) => translator(language)(`moderation.rules.${rule as RuleKey}.title`);

async function sanctionsOf(accountId: string, language: Language) {
  const sanctions = await db.sanction.findMany({
    where: { accountId },
    orderBy: { since: "asc" },
    select: { kind: true, rule: true, since: true, until: true, endedAt: true },
  });
  return sanctions.map(({ kind, rule, since, until, endedAt }) => ({
    sanction: kind,
    rule: ruleIn(language, rule),
    since,
    until,
    endedAt,
  }));
}

async function flagsOf(reporterId: string, language: Language) {
  const flags = await db.flag.findMany({ where: { reporterId }, orderBy: { at: "asc" }, select: { rule: true, words: true, at: true } });
  return flags.map(({ rule, words, at }) => ({ at, rule: ruleIn(language, rule), words }));
}

const appealsOf = (appellantId: string) =>
  db.appeal.findMany({
    where: { appellantId },
    orderBy: { madeAt: "asc" },
    select: { madeAt: true, words: true, ruling: true, decidedAt: true, toAuthor: true },
  });

async function* noticesOf(accountId: string): AsyncGenerator<Entry> {
  for (let after = ""; ; ) {
    const notices = await db.caseNotice.findMany({
      where: { accountId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
    });
    for (const { sentAt, subject, paragraphs } of notices) yield { row: { at: sentAt, title: subject, words: paragraphs.join("\n") } };
    if (notices.length < AT_ONCE) return;
    after = notices.at(-1)?.id ?? "";
  }
}
