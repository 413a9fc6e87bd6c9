import { type FilterName, type Filters, queryOf } from "~/features/people/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field, Select } from "~/ui/field";
import type { Option } from "~/ui/field-parts";

export type FilterOptions = Record<"topic" | "language" | "province" | "organization", Option[]>;

type Props = { filters: Filters; options: FilterOptions };

/** Narrows the directory: by what someone can talk about, in which language and where. */
export function PeopleFilters({ filters, options }: Props) {
  const t = useTranslation();

  return (
    <form className="facets" action={pathTo(useLanguage(), "people")} aria-label={t("people.list.filters")}>
      <Field name="q" type="search" label={t("people.list.filter.q")} defaultValue={filters.q} maxLength={100} />
      {(["topic", "language", "province"] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={t(`people.list.filter.${name}`)}
          defaultValue={filters[name]}
          options={[{ value: "", label: t(`people.list.any.${name}`) }, ...options[name]]}
        />
      ))}
      {filters.organization && <input type="hidden" name="organization" value={filters.organization} />}
      <Button>{t("people.list.apply")}</Button>
    </form>
  );
}

/** What the directory is narrowed to; each can be taken off by itself. */
export function ChosenFilters(props: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const chosen = useChosen(props);
  if (chosen.length === 0) return null;

  return (
    <div className="cluster">
      <ul className="chip-list" aria-label={t("people.list.chosen")}>
        {chosen.map(({ name, filter, value, without }) => (
          <li key={name}>
            <a className="chip" href={without}>
              <span className="visually-hidden">{t("people.list.remove")} </span>
              {t("people.list.chosenOne", { filter, value })}
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={pathTo(language, "people")}>{t("people.list.clear")}</a>
    </div>
  );
}

/** An empty directory, with the ways out of it. */
export function NoPeople(props: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const chosen = useChosen(props);
  if (chosen.length === 0) return <EmptyState title={t("people.list.empty")}>{<p>{t("people.list.emptyHint")}</p>}</EmptyState>;

  return (
    <EmptyState title={t("people.list.none")}>
      <p>{t("people.list.noneHint")}</p>
      <ul className="link-list">
        {chosen.map(({ name, value, without }) => (
          <li key={name}>
            <a href={without}>{t("people.list.without", { value })}</a>
          </li>
        ))}
        <li>
          <a href={pathTo(language, "people")}>{t("people.list.clear")}</a>
        </li>
      </ul>
    </EmptyState>
  );
}

function useChosen({ filters, options }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);

  return (Object.keys(query) as FilterName[]).map((name) => {
    const { [name]: value = "", ...others } = query;
    const label = name === "q" ? value : (options[name].find((option) => option.value === value)?.label ?? value);
    return { name, filter: t(`people.list.filter.${name}`), value: label, without: pathTo(language, "people", others) };
  });
}
