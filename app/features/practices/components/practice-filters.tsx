import { type Filters, queryOf, sorts } from "~/features/practices/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field, Select } from "~/ui/field";
import type { Option } from "~/ui/field-parts";

export const filterNames = ["topic", "population", "setting", "province", "organization", "maturity", "language"] as const;

type FilterName = (typeof filterNames)[number];

export type FilterOptions = Record<FilterName, Option[]>;

/** Narrows the list. On a phone all but the words is folded away. */
export function PracticeFilters({ filters, options }: { filters: Filters; options: FilterOptions }) {
  const t = useTranslation();
  const query = queryOf(filters);
  const standard = filters.q ? "relevance" : "newest";
  const offered = [standard, ...sorts.filter((sort) => sort !== standard && sort !== "relevance")] as const;

  return (
    <form className="facets" action={pathTo(useLanguage(), "practices")} aria-label={t("practices.list.filters")}>
      <Field name="q" type="search" label={t("practices.list.search")} defaultValue={filters.q} maxLength={200} />
      <details className="disclosure fold">
        <summary>{t("practices.list.filters")}</summary>
        <div className="stack">
          {filterNames.map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`practices.list.filter.${name}`)}
              defaultValue={query[name] ?? ""}
              options={[{ value: "", label: t(`practices.list.any.${name}`) }, ...options[name]]}
            />
          ))}
          <Select
            name="sort"
            label={t("practices.list.sort")}
            defaultValue={query.sort ?? ""}
            options={offered.map((sort) => ({ value: sort === standard ? "" : sort, label: t(`practices.list.sorts.${sort}`) }))}
          />
        </div>
      </details>
      <Button>{t("practices.list.apply")}</Button>
    </form>
  );
}
