import type { WorkPage } from "~/features/publishing/work.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate, formatList } from "~/i18n/format";
import { type Language, otherLanguage } from "~/i18n/languages";
import { Notice } from "~/ui/notice";

type Props = {
  text: Pick<WorkPage["text"], "language" | "lags" | "sections">;
  /** The addresses of the text in the languages that it has. */
  alternates: Partial<Record<Language, string>>;
};

/** Says which sections of a text are behind its other language, and since when. Nothing where none is. */
export function LagNotice({ text: { language: own, lags, sections }, alternates }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const first = lags.map(({ since }) => since).sort()[0];
  const other = otherLanguage(own);
  if (first === undefined || !alternates[other]) return null;

  const named = [...new Set(lags.map(({ section }) => sections.find(({ key }) => key === section)?.heading ?? ""))].filter(Boolean);
  return (
    <Notice title={t(`parity.notice.title.${own}`, { date: formatDate(first, language) })}>
      {named.length > 0 && (
        <p lang={own === language ? undefined : own}>{t("parity.notice.sections", { sections: formatList(named, language) })}</p>
      )}
      <p>
        <a href={alternates[other]} hrefLang={other}>
          {t(`parity.notice.read.${other}`)}
        </a>
      </p>
    </Notice>
  );
}
