import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdoptionCard } from "~/features/adoption/components/adoption-card";
import { AdoptionFilters, useChosen } from "~/features/adoption/components/adoption-filters";
import { getAdoptions } from "~/features/adoption/directory.server";
import { filtersOf, isToCome, queryOf } from "~/features/adoption/filters";
import { today } from "~/features/adoption/today";
import { Places } from "~/features/organizations/components/places";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ChosenFilters, NothingFits } from "~/ui/chosen-filters";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const now = today();
  const filters = filtersOf(url, now);
  const after = cursorOf(url);
  const start = pathTo(language, "adoptions", queryOf(filters));
  // A form sends every field; what is not set has no place in an address that people share.
  if ([...url.searchParams.values()].includes("")) {
    const on = url.searchParams.get("on");
    throw redirect(isToCome(on, now) ? pathTo(language, "adoptions", { ...queryOf(filters), on: on ?? "" }) : start);
  }

  const page = await getAdoptions(practiceKind, { viewer, language, filters, day: filters.on || now, after });
  if (after && page.list.items.length === 0) throw redirect(start);

  return json({ filters, today: now, isToCome: isToCome(url.searchParams.get("on"), now), ...page, isFirst: after === null });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("adoption.list.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("adoption.list.lead") },
];

export default function AdoptionsPage() {
  const { filters, today: newest, list, options, map, places, everywhere, told, isFirst, isToCome } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);
  const { on, ...withoutDay } = query;
  const chosen = useChosen({ filters, options, first: list.items[0] });
  const all = pathTo(language, "adoptions");
  const count = told.kind === "atLeast" ? t("adoption.list.atLeast", { number: told.number }) : t(`adoption.list.${told.kind}`);

  return (
    <>
      <Breadcrumbs steps={[{ label: t("adoption.list.title") }]} />
      <div className="page">
        <PageHeader title={t("adoption.list.title")} lead={t("adoption.list.lead")} />
        <div className="with-aside-start">
          <AdoptionFilters filters={filters} options={options} today={newest} />
          <div className="stack stack-large">
            <Places title={t("adoption.list.map")} map={map} places={places} everywhere={everywhere} />
            <section className="stack" aria-labelledby="results">
              <h2 className="list-count" id="results" tabIndex={-1}>
                {count}
              </h2>
              {isToCome && <Notice kind="warning" title={t("adoption.list.toCome")} />}
              {on && (
                <Notice title={t("adoption.list.past", { date: formatDate(on, language) })}>
                  <p>
                    {t("adoption.list.pastHint")} <a href={pathTo(language, "adoptions", withoutDay)}>{t("adoption.list.today")}</a>
                  </p>
                </Notice>
              )}
              <ChosenFilters chosen={chosen} all={all} />
              {list.items.length === 0 && chosen.length === 0 && (
                <EmptyState title={t("adoption.list.empty")}>
                  <p>{t("adoption.list.emptyHint")}</p>
                  <p>
                    <a href={pathTo(language, "practices")}>{t("adoption.list.guides")}</a>
                  </p>
                </EmptyState>
              )}
              {list.items.length === 0 && chosen.length > 0 && (
                <NothingFits title={t("adoption.list.nothing")} hint={t("adoption.list.nothingHint")} chosen={chosen} all={all} />
              )}
              <div className="card-list">
                {list.items.map((adoption) => (
                  <AdoptionCard key={adoption.id} adoption={adoption} options={options} />
                ))}
              </div>
              <Pagination
                next={list.next && pathTo(language, "adoptions", { ...query, after: list.next })}
                first={isFirst ? null : pathTo(language, "adoptions", query)}
              />
              <p className="list-hint">{t("adoption.list.fives")}</p>
            </section>
          </div>
        </div>
      </div>
    </>
  );
}
