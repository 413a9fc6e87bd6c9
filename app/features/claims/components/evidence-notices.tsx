import type { GuideEvidence } from "~/features/claims/shown";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

type Props = {
  evidence: GuideEvidence | null;
  sections: { key: string; heading: string }[];
  slug: string;
  /** Whether the viewer may look at it again on record. */
  mayReview: boolean;
  /** The language of the guide, where it is not that of the page. */
  lang: Language | undefined;
};

/** At the head of a guide: in which sections the evidence has changed, and for those who can, where to look at them again. */
export function EvidenceNotices({ evidence, sections, slug, mayReview, lang }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const open = new Set(evidence?.notices.filter(({ clearedOn }) => clearedOn === null).map(({ section }) => section));
  if (open.size === 0) return null;

  const named = sections.filter(({ key }) => open.has(key));
  return (
    <Notice kind="warning" title={t("claims.notice.badge", { count: open.size })}>
      {named.length > 0 && (
        <ul>
          {named.map(({ key, heading }) => (
            <li key={key}>
              <a href={`#s-${key}`} lang={lang}>
                {heading}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayReview && (
        <p className="no-print">
          <a href={pathTo(lang ?? language, "evidenceReview", { slug })}>{t("claims.notice.review")}</a>
        </p>
      )}
    </Notice>
  );
}
