import type { ContentMeasure, PersonMeasure, Ruling } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Translate } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import type { NoticeWords } from "./notice.server";
import type { RuleKey } from "./rules";

const titleOf = (t: Translate, title: string) => title || t("appeals.own.gone");

/** That an appeal has arrived, with the way to its page: by the token of the mail for who cannot sign in. */
export const appealMadeWords =
  ({ title, decisionId, token }: { title: string; decisionId: string; token: string | null }) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("appeals.notices.made.subject"),
    paragraphs: [
      t("appeals.notices.made.about", { title: titleOf(t, title) }),
      t("appeals.notices.made.next"),
      t("appeals.notices.made.once"),
    ],
    action: {
      label: t("appeals.notices.seeDecision"),
      path: token ? pathTo(language, "appealByMail", { token }) : pathTo(language, "decision", { id: decisionId }),
    },
  });

export type Ruled = {
  ruling: Ruling;
  title: string;
  rule: string;
  content: ContentMeasure;
  person: PersonMeasure;
  /** What was decided about stands there again as before. */
  isBack: boolean;
};

const blanks = (t: Translate, { title, rule }: Pick<Ruled, "title" | "rule">) => ({
  title: titleOf(t, title),
  rule: t(`moderation.rules.${rule as RuleKey}.title`),
});

/** The answer to an appeal, for who made it, with what whoever ruled wrote to them or else the standard text. */
export const ruledWords =
  (ruled: Ruled, { toAuthor, decisionId }: { toAuthor: string; decisionId: string | null }) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t(`appeals.notices.ruled.subject${ruled.ruling}`),
    paragraphs: [
      t(`appeals.notices.ruled.${ruled.ruling}`, blanks(t, ruled)),
      ...(toAuthor ? toAuthor.split(/\n{2,}/) : [t(`appeals.notices.ruled.standard${ruled.ruling}`)]),
      ...(ruled.ruling === "OVERTURNED" ? undoneWords(t, ruled) : []),
      t("appeals.notices.ruled.final"),
    ],
    ...(decisionId ? { action: { label: t("appeals.notices.seeDecision"), path: pathTo(language, "decision", { id: decisionId }) } } : {}),
  });

function undoneWords(t: Translate, { content, person, isBack }: Ruled): string[] {
  const words: string[] = [];
  if (content === "EDIT" && isBack) words.push(t("appeals.notices.ruled.wordsBack"));
  else if (content !== "NONE") words.push(t(`appeals.notices.ruled.${isBack ? "shown" : "gone"}`));
  if (person === "WARN") words.push(t("appeals.notices.ruled.warningOver"));
  else if (person !== "NONE") words.push(t("appeals.notices.ruled.measureOver"));
  return words;
}

/** For those who had reported it: the outcome of which they were told is another one now. */
export const changedForReporterWords =
  (ruled: Ruled) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("appeals.notices.reporter.subject"),
    paragraphs: [
      t("appeals.notices.reporter.undone", blanks(t, ruled)),
      ...(ruled.content !== "NONE" && ruled.isBack ? [t("appeals.notices.reporter.shown")] : []),
      t("appeals.notices.reporter.thanks"),
    ],
    action: { label: t("appeals.own.title"), path: pathTo(language, "ownModeration") },
  });

/** For whoever had decided first. */
export const judgedWords =
  (ruled: Ruled, caseId: string) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t(`appeals.notices.decider.subject${ruled.ruling}`),
    paragraphs: [t(`appeals.notices.decider.${ruled.ruling}`, blanks(t, ruled))],
    action: { label: t("appeals.notices.decider.open"), path: pathTo(language, "moderationCase", { id: caseId }) },
  });
