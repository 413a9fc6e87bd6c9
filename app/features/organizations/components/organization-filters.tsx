import { type Filters, queryOf } from "~/features/organizations/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import type { ChosenFilter } from "~/ui/chosen-filters";
import { Field, Select } from "~/ui/field";
import type { Option } from "~/ui/field-parts";

const filterNames = ["province", "language", "population", "kind", "standing"] as const;

export type FilterOptions = Record<(typeof filterNames)[number], Option[]>;

type Props = { filters: Filters; options: FilterOptions };

/** Narrows the directory. On a phone all but the words is folded away. */
export function OrganizationFilters({ filters, options }: Props) {
  const t = useTranslation();

  return (
    <form className="facets" action={pathTo(useLanguage(), "organizations")} aria-label={t("organizations.list.filters")}>
      <Field name="q" type="search" label={t("organizations.list.search")} defaultValue={filters.q} maxLength={200} />
      <details className="disclosure fold">
        <summary>{t("organizations.list.filters")}</summary>
        <div className="stack">
          {filterNames.map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`organizations.list.filter.${name}`)}
              defaultValue={filters[name]}
              options={[{ value: "", label: t(`organizations.list.any.${name}`) }, ...options[name]]}
            />
          ))}
        </div>
      </details>
      <Button>{t("organizations.list.apply")}</Button>
    </form>
  );
}

/** What the directory is narrowed to, in words. */
export function useChosen({ filters, options }: Props): ChosenFilter[] {
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);

  return (["q", ...filterNames] as const).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const { [name]: _, ...others } = query;
    const label = name === "q" ? value : (options[name].find((option) => option.value === value)?.label ?? value);
    return [{ name, filter: t(`organizations.list.filter.${name}`), value: label, without: pathTo(language, "organizations", others) }];
  });
}
