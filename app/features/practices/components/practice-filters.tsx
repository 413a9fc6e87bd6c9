import { type Filters, queryOf, sorts } from "~/features/practices/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import type { Option } from "~/ui/field-parts";
import { ListFilters } from "~/ui/list-filters";

export const filterNames = ["topic", "population", "setting", "province", "organization", "maturity", "language"] as const;

type FilterName = (typeof filterNames)[number];

export type FilterOptions = Record<FilterName, Option[]>;

/** Narrows the list of guides. */
export function PracticeFilters({ filters, options }: { filters: Filters; options: FilterOptions }) {
  const t = useTranslation();
  const query = queryOf(filters);
  const standard = filters.q ? "relevance" : "newest";
  const offered = [standard, ...sorts.filter((sort) => sort !== standard && sort !== "relevance")] as const;

  return (
    <ListFilters
      action={pathTo(useLanguage(), "practices")}
      title={t("practices.list.filters")}
      search={{ label: t("practices.list.search"), value: filters.q }}
      filters={filterNames.map((name) => ({
        name,
        label: t(`practices.list.filter.${name}`),
        any: t(`practices.list.any.${name}`),
        value: query[name] ?? "",
        options: options[name],
      }))}
      sort={{
        label: t("practices.list.sort"),
        value: query.sort ?? "",
        options: offered.map((sort) => ({ value: sort === standard ? "" : sort, label: t(`practices.list.sorts.${sort}`) })),
      }}
      apply={t("practices.list.apply")}
    />
  );
}
