import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

type Crumb = { label: string; href?: string; lang?: string };

/** The way from the home page to here. The last step is this page and has no link. */
export function Breadcrumbs({ steps }: { steps: Crumb[] }) {
  const t = useTranslation();
  const home: Crumb = { label: t("site.home"), href: pathTo(useLanguage(), "home") };

  return (
    <nav className="breadcrumbs" aria-label={t("site.breadcrumb")}>
      <ol className="breadcrumb-list">
        {[home, ...steps].map(({ label, href, lang }) => (
          <li key={`${href} ${label}`}>
            {href ? (
              <a href={href} lang={lang}>
                {label}
              </a>
            ) : (
              <span aria-current="page" lang={lang}>
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
