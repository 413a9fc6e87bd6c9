import { type Filters, queryOf } from "~/features/evidence/filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ChosenFilters as Chosen, type ChosenFilter, NothingFits } from "~/ui/chosen-filters";
import { EmptyState } from "~/ui/empty-state";

import { filterNames, type FilterOptions } from "./summary-filters";

type Props = { filters: Filters; options: FilterOptions };

/** What the list is narrowed to; each can be taken off by itself. */
export function ChosenFilters(props: Props) {
  return <Chosen chosen={useChosen(props)} all={pathTo(useLanguage(), "summaries")} />;
}

/** An empty list, with the ways out of it. */
export function NoSummaries(props: Props) {
  const t = useTranslation();
  const chosen = useChosen(props);
  const all = pathTo(useLanguage(), "summaries");
  if (chosen.length === 0)
    return (
      <EmptyState title={t("evidence.list.empty")}>
        <p>{t("evidence.list.emptyHint")}</p>
      </EmptyState>
    );

  return <NothingFits title={t("evidence.list.none")} hint={t("evidence.list.noneHint")} chosen={chosen} all={all} />;
}

function useChosen({ filters, options }: Props): ChosenFilter[] {
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);

  return (["q", ...filterNames] as const).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const { [name]: _, ...others } = query;
    const label = name === "q" ? value : (options[name].find((option) => option.value === value)?.label ?? value);
    return [{ name, filter: t(`evidence.list.filter.${name}`), value: label, without: pathTo(language, "summaries", others) }];
  });
}
