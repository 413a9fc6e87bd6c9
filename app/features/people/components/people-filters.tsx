import { type FilterName, type Filters, queryOf } from "~/features/people/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { ChosenFilters as Chosen, type ChosenFilter, NothingFits } from "~/ui/chosen-filters";
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
      <details className="disclosure fold">
        <summary>{t("people.list.filters")}</summary>
        <div className="stack">
          {(["topic", "language", "province"] as const).map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`people.list.filter.${name}`)}
              defaultValue={filters[name]}
              options={[{ value: "", label: t(`people.list.any.${name}`) }, ...options[name]]}
            />
          ))}
        </div>
      </details>
      {filters.organization && <input type="hidden" name="organization" value={filters.organization} />}
      <Button>{t("people.list.apply")}</Button>
    </form>
  );
}

/** What the directory is narrowed to; each can be taken off by itself. */
export function ChosenFilters(props: Props) {
  return <Chosen chosen={useChosen(props)} all={pathTo(useLanguage(), "people")} />;
}

/** An empty directory, with the ways out of it. */
export function NoPeople(props: Props) {
  const t = useTranslation();
  const chosen = useChosen(props);
  const all = pathTo(useLanguage(), "people");
  if (chosen.length === 0) return <EmptyState title={t("people.list.empty")}>{<p>{t("people.list.emptyHint")}</p>}</EmptyState>;

  return <NothingFits title={t("people.list.none")} hint={t("people.list.noneHint")} chosen={chosen} all={all} />;
}

function useChosen({ filters, options }: Props): ChosenFilter[] {
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);

  return (Object.keys(query) as FilterName[]).map((name) => {
    const { [name]: value = "", ...others } = query;
    const label = name === "q" ? value : (options[name].find((option) => option.value === value)?.label ?? value);
    return { name, filter: t(`people.list.filter.${name}`), value: label, without: pathTo(language, "people", others) };
  });
}
