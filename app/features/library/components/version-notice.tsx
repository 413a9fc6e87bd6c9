import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

import { type Citation, currentOf, pageOf } from "../citation";

/** Says which version this is, which one stands, and whether the work is still in use: before anything of it is read. */
export function VersionNotice({ citation }: { citation: Citation }) {
  const t = useTranslation();
  const language = useLanguage();
  const { version, kind, work, retiredOn } = citation;
  const number = version.number;
  const date = formatDate(version.publishedOn, language);
  const current = currentOf(citation);
  const link = <a href={work}>{version.isCurrent ? t(`citing.page.work.${kind}`) : t("citing.page.read")}</a>;

  return (
    <>
      {retiredOn && <RetiredNotice on={retiredOn} />}
      {version.isCurrent ? (
        <Notice title={t("citing.page.current")}>
          <p>{t("citing.page.currentText", { number, date })}</p>
          {!retiredOn && <p>{link}</p>}
        </Notice>
      ) : (
        <Notice kind="warning" title={t("citing.page.old", { number, date })}>
          <p>
            {current
              ? t("citing.page.oldText", { current: current.number, date: formatDate(current.publishedOn, language) })
              : t("citing.page.oldAlone")}
          </p>
          <p className="cluster">
            {!retiredOn && link}
            <Changes citation={citation} />
          </p>
        </Notice>
      )}
    </>
  );
}

export function RetiredNotice({ on }: { on: string }) {
  const t = useTranslation();
  const language = useLanguage();
  return (
    <Notice kind="warning" title={t("citing.retired", { date: formatDate(on, language) })}>
      {t("citing.retiredHint")}
    </Notice>
  );
}

/** For those who see histories: what this version changed in the one before it. */
function Changes({ citation: { kind, slug, version, versions, may } }: { citation: Citation }) {
  const t = useTranslation();
  const before = versions.find(({ language, number }) => language === version.language && number === version.number - 1);
  if (!may.seeHistory || !before) return null;

  const values = { slug, number: version.revision, since: before.revision };
  return <a href={pathTo(version.language, pageOf(kind, "Revision"), values)}>{t("citing.page.changes")}</a>;
}
