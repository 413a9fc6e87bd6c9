import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

/** What someone agrees to by sending the form around it, with links. For every form that makes an account. */
export function Agreement() {
  const language = useLanguage();
  const t = useTranslation();

  return (
    <p>
      {t("accounts.signUp.agree")} <a href={pathTo(language, "terms")}>{t("accounts.signUp.terms")}</a> {t("accounts.signUp.including")}{" "}
      <a href={pathTo(language, "conduct")}>{t("accounts.signUp.conduct")}</a> {t("accounts.signUp.and")}{" "}
      <a href={pathTo(language, "privacy")}>{t("accounts.signUp.privacy")}</a>
      {t("accounts.signUp.agreeEnd")}
    </p>
  );
}
