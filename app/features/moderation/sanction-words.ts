import type { SanctionKind } from "~/generated/prisma/enums";
import { formatTime } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
import type { Translate } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import type { NoticeWords } from "./notice.server";
import type { RuleKey } from "./rules";

/** Until when someone may not write, and not sign in, after all measures that are in force. */
export type Standing = { silencedUntil: Date | null; suspendedUntil: Date | null };

type Over = { kind: SanctionKind; rule: string; left: Standing };

/** That a measure was lifted, for whom it was against. */
export const liftedWords = (over: Over & { reason: string }) => (t: Translate, language: Language, timeZone: string) =>
  overWords(over, [t(`decisions.over.lifted.${over.kind}`), t("decisions.over.reason", { reason: over.reason })])(t, language, timeZone);

/** That a measure has ended by itself. */
export const endedWords = (over: Over) => (t: Translate, language: Language, timeZone: string) =>
  overWords(over, [t(`decisions.over.ended.${over.kind}`)])(t, language, timeZone);

const overWords =
  ({ kind, rule, left }: Over, first: string[]) =>
  (t: Translate, language: Language, timeZone: string): NoticeWords => ({
    subject: t(`decisions.over.subject.${kind}`),
    paragraphs: [
      ...first,
      ...standingWords(t, left, (time) => formatTime(time, language, timeZone)),
      t("decisions.over.rule", { rule: t(`moderation.rules.${rule as RuleKey}.title`) }),
    ],
    action: { label: t("decisions.notices.rules"), path: pathTo(language, "rules") },
  });

/** What of other measures lasts, or that everything is possible again. */
function standingWords(t: Translate, { silencedUntil, suspendedUntil }: Standing, at: (time: Date) => string): string[] {
  if (suspendedUntil) return [t("decisions.over.stillSuspended", { time: at(suspendedUntil) })];
  if (silencedUntil) return [t("decisions.over.stillSilenced", { time: at(silencedUntil) })];
  return [t("decisions.over.free")];
}
