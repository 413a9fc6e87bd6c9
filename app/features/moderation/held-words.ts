import type { Language } from "~/i18n/languages";
import type { Translate } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import type { NoticeWords } from "./notice.server";
import type { RuleKey } from "./rules";

/** That waiting words are posted, for whose they are. */
export const approvedWords =
  ({ title, postId, isFirst }: { title: string; postId: string; isFirst: boolean }) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("holds.notices.approved.subject", { title }),
    paragraphs: [t("holds.notices.approved.text", { title }), ...(isFirst ? [t("holds.notices.approved.first")] : [])],
    action: { label: t("holds.notices.approved.action"), path: pathTo(language, "postPlace", { id: postId }) },
  });

/** That waiting words came back, by which rule, and what the moderator says. */
export const returnedWords =
  ({ title, rule, words }: { title: string; rule: RuleKey; words: string }) =>
  (t: Translate, language: Language): NoticeWords => ({
    subject: t("holds.notices.returned.subject", { title }),
    paragraphs: [
      t("holds.notices.returned.text", { title }),
      t("holds.notices.returned.rule", { rule: t(`moderation.rules.${rule}.title`), text: t(`moderation.rules.${rule}.text`) }),
      words || t("holds.notices.returned.standard"),
      t("holds.notices.returned.draft"),
    ],
    action: { label: t("holds.notices.returned.action"), path: pathTo(language, "forumDrafts") },
  });
