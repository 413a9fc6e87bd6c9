import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChosenFilters, NoSummaries } from "~/features/evidence/components/chosen-filters";
import { GradeWords } from "~/features/evidence/components/grade-words";
import { SummaryCard } from "~/features/evidence/components/summary-card";
import { type FilterOptions, SummaryFilters } from "~/features/evidence/components/summary-filters";
import { certainties, filtersOf, levelOf, queryOf } from "~/features/evidence/filters";
import { limits, studyTypes } from "~/features/evidence/limits";
import { listSummaries } from "~/features/evidence/list.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
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

const YEARS_AGO = [0, 1, 2, 3, 5, 10];

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const filters = filtersOf(url);
  const after = cursorOf(url);
  // A form sends every field; what is not set has no place in an address that people share.
  if ([...url.searchParams.values()].includes("")) throw redirect(pathTo(language, "summaries", queryOf(filters)));

  const [list, options] = await Promise.all([listSummaries(viewer, language, filters, after), optionsIn(language)]);
  if (after && list.items.length === 0) throw redirect(pathTo(language, "summaries", queryOf(filters)));

  return json({ filters, list, options, isFirst: after === null });
}

/** What each filter offers, in the words of the page. */
async function optionsIn(language: Language): Promise<FilterOptions> {
  const t = translator(language);
  const [{ topics, populations, settings, provinces }, organizations] = await Promise.all([
    listVocabularies(language),
    listPublishingOrganizations(summaryKind.kind, language),
  ]);
  const years = YEARS_AGO.map((ago) => String(new Date().getUTCFullYear() - ago));
  return {
    topic: topics,
    population: populations,
    setting: settings,
    province: provinces,
    organization: organizations.map(({ slug, name }) => ({ value: slug, label: name })),
    study: studyTypes.map((type) => ({ value: type, label: t(`evidence.studyType.${type}`) })),
    certainty: certainties.map((value) => ({ value, label: t(`evidence.certainty.${levelOf(value)}`) })),
    since: years.map((year) => ({ value: year, label: t("evidence.list.sinceYear", { year }) })),
    language: languages.map((each) => ({ value: each, label: t(`publishing.language.${each}`) })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("evidence.list.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("evidence.list.lead") },
];

export default function SummariesPage() {
  const { filters, list, options, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);
  const isMore = list.total > limits.counted;

  return (
    <>
      <Breadcrumbs steps={[{ label: t("evidence.list.title") }]} />
      <div className="page">
        <PageHeader title={t("evidence.list.title")} lead={t("evidence.list.lead")}>
          <p className="cluster">
            <a href="#certainty">{t("evidence.grade.title")}</a>
            <a href={pathTo(language, "practices")}>{t("evidence.list.guides")}</a>
          </p>
        </PageHeader>
        <div className="with-aside-start">
          <SummaryFilters filters={filters} options={options} />
          <section className="stack" aria-labelledby="results">
            <h2 className="list-count" id="results">
              {isMore ? t("evidence.list.countMore", { count: limits.counted }) : t("evidence.list.count", { count: list.total })}
            </h2>
            <ChosenFilters filters={filters} options={options} />
            {list.items.length === 0 && <NoSummaries filters={filters} options={options} />}
            <div className="card-list">
              {list.items.map((summary) => (
                <SummaryCard key={summary.id} summary={summary} />
              ))}
            </div>
            <Pagination
              next={list.next && pathTo(language, "summaries", { ...query, after: list.next })}
              first={isFirst ? null : pathTo(language, "summaries", query)}
            />
          </section>
        </div>
        <GradeWords />
      </div>
    </>
  );
}
