import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { classNames } from "./class-names";
import { Icon } from "./icons";

/** Leads to the guides that hold the words. There may be several on a page, so each has an id. */
export function SearchBox({
  id,
  className,
  large = false,
  example,
}: {
  id: string;
  className?: string;
  large?: boolean;
  example?: string;
}) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <search className={className}>
      <form className={classNames("search", large && "search-large")} action={pathTo(language, "practices")}>
        <label className="visually-hidden" htmlFor={id}>
          {t("site.search")}
        </label>
        <input className="search-input" id={id} type="search" name="q" maxLength={200} placeholder={example ?? t("site.search")} />
        <button className="search-button" type="submit">
          <Icon name="search" />
          <span className={large ? undefined : "visually-hidden"}>{t("site.searchLabel")}</span>
        </button>
      </form>
    </search>
  );
}
