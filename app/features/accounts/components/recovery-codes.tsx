import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

import { SettingsPage } from "./settings-page";

/** The new recovery codes, shown this one time: to be printed, copied or kept as a file. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done?: string }) {
  const t = useTranslation();
  const language = useLanguage();
  const text = [`${t("site.name")}: ${t("security.codes.list")}`, "", ...codes, ""].join("\r\n");

  return (
    <SettingsPage title={t("security.codes.shownTitle")}>
      {done && <Notice kind="success">{done}</Notice>}
      <Notice kind="warning">{t("security.codes.shownLead")}</Notice>
      <ol className="recovery-codes" aria-label={t("security.codes.list")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="button-row">
        <ButtonLink href={pathTo(language, "security")}>{t("security.codes.done")}</ButtonLink>
        <ButtonLink
          variant="secondary"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t("security.codes.fileName")}
        >
          {t("security.codes.download")}
        </ButtonLink>
      </div>
      <p className="field-hint no-print">{t("security.codes.print")}</p>
    </SettingsPage>
  );
}
