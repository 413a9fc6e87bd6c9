import { useLanguage, useTranslation } from "~/i18n/context";
import type { ErrorKind } from "~/platform/error-kind";
import { pathTo } from "~/platform/paths";

/** What a page says when it cannot be shown. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="error-page">
      <h1>{t(`site.error.${kind}.title`)}</h1>
      <p>{t(`site.error.${kind}.text`)}</p>
      <p>
        <a href={pathTo(language, "home")}>{t("site.error.back")}</a>
      </p>
    </div>
  );
}
