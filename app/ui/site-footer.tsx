import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { QuiltBand } from "./quilt";

/** The foot of every page. The choice of appearance shows itself only where the short script can keep it. */
export function SiteFooter() {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <footer className="site-footer" id="footer" tabIndex={-1}>
      <QuiltBand />
      <div className="frame">
        <div className="footer-lines">
          <p className="footer-name">{t("site.name")}</p>
          <p>{t("site.footer.licence")}</p>
          <p>{t("site.footer.notGovernment")}</p>
        </div>
        <div className="stack">
          <nav aria-label={t("site.footer.label")}>
            <ul className="footer-links">
              <li>
                <a href={pathTo(language, "practices")}>{t("site.pages.guides")}</a>
              </li>
              <li>
                <a href={pathTo(language, "summaries")}>{t("site.pages.evidence")}</a>
              </li>
              <li>
                <a href={pathTo(language, "terminology")}>{t("terminology.list.title")}</a>
              </li>
              {(["about", "conduct", "rules", "terms", "privacy", "accessibility"] as const).map((page) => (
                <li key={page}>
                  <a href={pathTo(language, page)}>{t(`site.footer.${page}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <fieldset className="theme" data-theme-choice hidden suppressHydrationWarning>
            <legend>{t("site.theme.label")}</legend>
            {(["auto", "light", "dark"] as const).map((theme) => (
              <button
                className="theme-button"
                type="button"
                value={theme}
                key={theme}
                aria-pressed={theme === "auto"}
                suppressHydrationWarning
              >
                {t(`site.theme.${theme}`)}
              </button>
            ))}
          </fieldset>
        </div>
      </div>
    </footer>
  );
}
