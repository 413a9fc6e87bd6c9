import { type Filters, queryOf } from "~/features/adoption/filters";
import { FIRST_DAY } from "~/features/adoption/stages";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import type { ChosenFilter } from "~/ui/chosen-filters";
import { Field, Select } from "~/ui/field";

import { type Options, wordsOf } from "./adoption-words";

const filterNames = ["stage", "province", "setting", "population", "language", "standing"] as const;

type Props = { filters: Filters; options: Options };

/** Narrows the list of adoptions, and asks how it stood on a day. On a phone all but the words is folded away. */
export function AdoptionFilters({ filters, options, today }: Props & { today: string }) {
  const t = useTranslation();

  return (
    <form className="facets" action={pathTo(useLanguage(), "adoptions")} aria-label={t("adoption.list.filters")}>
      {filters.guide && <input type="hidden" name="guide" value={filters.guide} />}
      {filters.organization && <input type="hidden" name="organization" value={filters.organization} />}
      <Field name="q" type="search" label={t("adoption.list.search")} defaultValue={filters.q} maxLength={200} />
      <details className="disclosure fold">
        <summary>{t("adoption.list.filters")}</summary>
        <div className="stack">
          {filterNames.map((name) => (
            <Select
              key={name}
              name={name}
              label={t(`adoption.list.filter.${name}`)}
              defaultValue={filters[name]}
              options={[{ value: "", label: t(`adoption.list.any.${name}`) }, ...options[name]]}
            />
          ))}
          <Field
            name="on"
            type="date"
            label={t("adoption.list.filter.on")}
            hint={t("adoption.list.onHint")}
            defaultValue={filters.on}
            min={FIRST_DAY}
            max={today}
          />
        </div>
      </details>
      <Button>{t("adoption.list.apply")}</Button>
    </form>
  );
}

type Named = { guide: { title: string }; organization: string };

/** What the list is narrowed to, in words. `first`: an adoption of the list, by which a guide and an organization are named. */
export function useChosen({ filters, options, first }: Props & { first: Named | undefined }): ChosenFilter[] {
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);
  const said = (name: keyof Filters, value: string) => {
    if (name === "q") return value;
    if (name === "guide") return first?.guide.title ?? value;
    if (name === "organization") return first?.organization ?? value;
    if (name === "on") return formatDate(value, language);
    return wordsOf([value], options[name]).join("");
  };

  return (["q", "guide", "organization", ...filterNames, "on"] as const).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const { [name]: _, ...others } = query;
    const without = pathTo(language, "adoptions", others);
    return [{ name, filter: t(`adoption.list.filter.${name}`), value: said(name, value), without }];
  });
}
