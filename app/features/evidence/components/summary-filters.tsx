import { type Filters, queryOf, sorts, standardSort } from "~/features/evidence/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import type { Option } from "~/ui/field-parts";
import { ListFilters } from "~/ui/list-filters";

export const filterNames = [
  "topic",
  "population",
  "setting",
  "province",
  "organization",
  "study",
  "certainty",
  "since",
  "language",
] as const;

export type FilterOptions = Record<(typeof filterNames)[number], Option[]>;

/** Narrows the list of summaries. */
export function SummaryFilters({ filters, options }: { filters: Filters; options: FilterOptions }) {
  const t = useTranslation();
  const query = queryOf(filters);
  const standard = standardSort(filters.q);
  const offered = [standard, ...sorts.filter((sort) => sort !== standard && sort !== "relevance")] as const;

  return (
    <ListFilters
      action={pathTo(useLanguage(), "summaries")}
      title={t("evidence.list.filters")}
      search={{ label: t("evidence.list.search"), value: filters.q }}
      filters={filterNames.map((name) => ({
        name,
        label: t(`evidence.list.filter.${name}`),
        any: t(`evidence.list.any.${name}`),
        value: query[name] ?? "",
        options: options[name],
      }))}
      sort={{
        label: t("evidence.list.sort"),
        value: query.sort ?? "",
        options: offered.map((sort) => ({ value: sort === standard ? "" : sort, label: t(`evidence.list.sorts.${sort}`) })),
      }}
      apply={t("evidence.list.apply")}
    />
  );
}
