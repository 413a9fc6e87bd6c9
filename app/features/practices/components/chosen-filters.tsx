import { type Filters, queryOf } from "~/features/practices/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";

import { filterNames, type FilterOptions } from "./practice-filters";

type Props = { filters: Filters; options: FilterOptions };

/** What the list is narrowed to; each can be taken off by itself. */
export function ChosenFilters(props: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const chosen = useChosen(props);
  if (chosen.length === 0) return null;

  return (
    <div className="cluster">
      <ul className="chip-list" aria-label={t("practices.list.chosen")}>
        {chosen.map(({ name, filter, value, without }) => (
          <li key={name}>
            <a className="chip" href={without}>
              <span className="visually-hidden">{t("practices.list.remove")} </span>
              {t("practices.list.chosenOne", { filter, value })}
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={pathTo(language, "practices")}>{t("practices.list.clear")}</a>
    </div>
  );
}

/** An empty list, with the ways out of it. */
export function NoPractices(props: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const chosen = useChosen(props);
  if (chosen.length === 0) return <EmptyState title={t("practices.list.empty")}>{<p>{t("practices.list.emptyHint")}</p>}</EmptyState>;

  return (
    <EmptyState title={t("practices.list.none")}>
      <p>{t("practices.list.noneHint")}</p>
      <ul className="link-list">
        {chosen.map(({ name, value, without }) => (
          <li key={name}>
            <a href={without}>{t("practices.list.without", { value })}</a>
          </li>
        ))}
        <li>
          <a href={pathTo(language, "practices")}>{t("practices.list.clear")}</a>
        </li>
      </ul>
    </EmptyState>
  );
}

function useChosen({ filters, options }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);

  return (["q", ...filterNames] as const).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const { [name]: _, ...others } = query;
    const label = name === "q" ? value : (options[name].find((option) => option.value === value)?.label ?? value);
    return [{ name, filter: t(`practices.list.filter.${name}`), value: label, without: pathTo(language, "practices", others) }];
  });
}
