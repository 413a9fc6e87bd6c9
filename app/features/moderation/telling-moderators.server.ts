import { notifyAll } from "~/features/notifications/notify.server";
import type { CaseKind } from "~/generated/prisma/enums";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { composeMail, queueMail } from "~/platform/mail.server";
import { pathTo } from "~/platform/paths";
import { countTry, giveBack } from "~/platform/rate-limit.server";

import { loadSubject } from "./case.server";
import { conflictOf, seenCases } from "./case-sight.server";
import { may } from "./policy";
import { isClaimed } from "./queue-narrowing.server";
import { PRIORITY, type RuleKey } from "./rules";
import { listModerators, type Moderator } from "./staff.server";

/** What has waited for so long in nobody's hand is told again. */
const REMINDED_AFTER_HOURS = 48;

type Opened = { id: string; kind: CaseKind; rule: string | null };

/**
 * Tells everyone who may decide about a new case that it waits: in their inbox, where all of them are one line, and by mail where it is urgent.
 * Does nothing for a case that is closed by now.
 */
export async function tellModerators(caseId: string, at: Date) {
  const opened = await db.case.findUnique({
    where: { id: caseId, closedAt: null },
    select: { id: true, kind: true, rule: true, priority: true },
  });
  if (!opened) return;

  const subject = await loadSubject(db, caseId);
  const deciders = (await listModerators()).filter(({ actor, scope }) => may.decide(actor, subject, scope));
  const lines = deciders.map(({ actor: { id } }) => ({
    accountId: id,
    kind: "case_opened" as const,
    subject: { type: "QUEUE" as const, id },
    actorId: null,
  }));
  await db.$transaction((tx) => notifyAll(tx, lines, at));
  if (opened.priority >= PRIORITY.clientData) for (const decider of deciders) await mailUrgent(decider, opened);
}

/** Reminds everyone by mail of the cases that they may decide about, and that have long waited in nobody's hand. */
export async function remindModerators() {
  const due: { moderator: Moderator; count: number }[] = [];
  for (const moderator of await listModerators()) {
    const count = await countForgotten(moderator);
    if (count > 0) due.push({ moderator, count });
  }
  // All of them, or none, to be tried again.
  await db.$transaction(async (tx) => {
    for (const { moderator, count } of due) await queueMail(tx, moderator.email, reminder(moderator, count));
  });
}

/** One an hour at most, however many there are. */
async function mailUrgent({ actor, email }: Moderator, { id, kind, rule }: Opened) {
  if ((await countTry("urgent mail by moderator", actor.id)) > 0) return;

  const t = translator(actor.language);
  const words = rule
    ? t("moderation.mail.urgent.text", { kind: t(`moderation.kinds.${kind}`), rule: t(`moderation.rules.${rule as RuleKey}.title`) })
    : t("moderation.mail.urgent.textBare");
  const mail = composeMail(actor.language, {
    subject: t("moderation.mail.urgent.subject"),
    paragraphs: [words],
    action: { label: t("moderation.mail.urgent.action"), path: pathTo(actor.language, "moderationCase", { id }) },
    notes: [t("moderation.mail.urgent.note")],
  });
  try {
    await db.$transaction((tx) => queueMail(tx, email, mail));
  } catch (error) {
    await giveBack("urgent mail by moderator", actor.id);
    throw error;
  }
}

async function countForgotten({ actor, scope }: Moderator): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Case" c
    WHERE c."closedAt" IS NULL AND c."openedAt" < now() - make_interval(hours => ${REMINDED_AFTER_HOURS}::int)
      AND NOT ${isClaimed()} AND ${seenCases(actor, scope)} AND ${conflictOf(actor)} IS NULL`;
  return row?.count ?? 0;
}

function reminder({ actor: { language } }: Moderator, count: number) {
  const t = translator(language);
  return composeMail(language, {
    subject: t("moderation.mail.reminder.subject", { count }),
    paragraphs: [t("moderation.mail.reminder.text", { count })],
    action: { label: t("moderation.mail.reminder.action"), path: pathTo(language, "moderation", { state: "unclaimed" }) },
  });
}
