import { useTranslation } from "~/i18n/context";

import { EmptyState } from "./empty-state";

/** One thing that a list is narrowed to: what it is, and the address of the list without it. */
export type ChosenFilter = { name: string; filter: string; value: string; without: string };

/** What a list is narrowed to; each can be taken off by itself. `all` is the address of the whole list. */
export function ChosenFilters({ chosen, all }: { chosen: ChosenFilter[]; all: string }) {
  const t = useTranslation();
  if (chosen.length === 0) return null;

  return (
    <div className="cluster">
      <ul className="chip-list" aria-label={t("site.filters.chosen")}>
        {chosen.map(({ name, filter, value, without }) => (
          <li key={name}>
            <a className="chip" href={without}>
              <span className="visually-hidden">{t("site.filters.remove")} </span>
              {t("site.filters.chosenOne", { filter, value })}
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={all}>{t("site.filters.clear")}</a>
    </div>
  );
}

/** A list that is empty because nothing fits, with the ways out of it. */
export function NothingFits({ title, hint, chosen, all }: { title: string; hint: string; chosen: ChosenFilter[]; all: string }) {
  const t = useTranslation();

  return (
    <EmptyState title={title}>
      <p>{hint}</p>
      <ul className="link-list">
        {chosen.map(({ name, value, without }) => (
          <li key={name}>
            <a href={without}>{t("site.filters.without", { value })}</a>
          </li>
        ))}
        <li>
          <a href={all}>{t("site.filters.clear")}</a>
        </li>
      </ul>
    </EmptyState>
  );
}
