import { Licence } from "~/features/publishing/components/facts";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

import { type Citation, currentOf, pageOf } from "../citation";
import { RetiredNotice } from "./version-notice";

/** Which version is cited, where it stands for good, and under which licence. */
export function CitedVersion({ citation }: { citation: Citation }) {
  const t = useTranslation();
  const language = useLanguage();
  const { kind, slug, version, retiredOn, licence } = citation;
  const current = currentOf(citation);
  const told = {
    number: version.number,
    date: formatDate(version.publishedOn, language),
    language: t(`citing.language.${version.language}`),
  };

  return (
    <div className="stack">
      {retiredOn && <RetiredNotice on={retiredOn} />}
      {current && (
        <Notice title={t("citing.newer", { number: version.number, current: current.number })}>
          <p>
            <a href={pathTo(language, pageOf(kind, "Citation"), { slug })}>{t("citing.citeCurrent")}</a>
          </p>
        </Notice>
      )}
      <p>{t("citing.about", told)}</p>
      <dl className="facts">
        <div>
          <dt>{t("citing.address")}</dt>
          <dd>
            <a className="cited" href={version.address}>
              {version.address}
            </a>
            <span className="fact-hint">{t("citing.addressHint")}</span>
          </dd>
        </div>
        <div>
          <dt>{t("publishing.field.licence")}</dt>
          <dd>
            <Licence licence={licence} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
