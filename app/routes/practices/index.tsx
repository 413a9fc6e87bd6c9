import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChosenFilters, NoPractices } from "~/features/practices/components/chosen-filters";
import { PracticeCard } from "~/features/practices/components/practice-card";
import { type FilterOptions, PracticeFilters } from "~/features/practices/components/practice-filters";
import { filtersOf, queryOf } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { maturities } from "~/features/publishing/limits";
import { listPublishingOrganizations } from "~/features/publishing/listing.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languageOf, languages } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const filters = filtersOf(url);
  const after = cursorOf(url);
  // A form sends every field; what is not set has no place in an address that people share.
  if ([...url.searchParams.values()].includes("")) throw redirect(pathTo(language, "practices", queryOf(filters)));

  const [list, options] = await Promise.all([listPractices(viewer, language, filters, after), optionsIn(language)]);
  if (after && list.items.length === 0) throw redirect(pathTo(language, "practices", queryOf(filters)));

  return json({ filters, list, options, isFirst: after === null });
}

/** What each filter offers, in the words of the page. */
async function optionsIn(language: Language): Promise<FilterOptions> {
  const t = translator(language);
  const [{ topics, populations, settings, provinces }, organizations] = await Promise.all([
    listVocabularies(language),
    listPublishingOrganizations(practiceKind.kind, language),
  ]);
  return {
    topic: topics,
    population: populations,
    setting: settings,
    province: provinces,
    organization: organizations.map(({ slug, name }) => ({ value: slug, label: name })),
    maturity: maturities.map((maturity) => ({ value: maturity.toLowerCase(), label: t(`publishing.maturity.${maturity}`) })),
    language: languages.map((each) => ({ value: each, label: t(`publishing.language.${each}`) })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("practices.list.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("practices.list.lead") },
];

export default function PracticesPage() {
  const { filters, list, options, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);

  return (
    <>
      <Breadcrumbs steps={[{ label: t("practices.list.title") }]} />
      <div className="page">
        <PageHeader title={t("practices.list.title")} lead={t("practices.list.lead")} />
        <p className="list-hint">
          <a href={pathTo(language, "adoptions")}>{t("adoption.list.who")}</a>
        </p>
        <div className="with-aside-start">
          <PracticeFilters filters={filters} options={options} />
          <section className="stack" aria-labelledby="results">
            <h2 className="list-count" id="results">
              {t("practices.list.count", { count: list.total })}
            </h2>
            <ChosenFilters filters={filters} options={options} />
            {list.items.length === 0 && <NoPractices filters={filters} options={options} />}
            <div className="card-list">
              {list.items.map((guide) => (
                <PracticeCard key={guide.id} guide={guide} />
              ))}
            </div>
            <Pagination
              next={list.next && pathTo(language, "practices", { ...query, after: list.next })}
              first={isFirst ? null : pathTo(language, "practices", query)}
            />
          </section>
        </div>
      </div>
    </>
  );
}
