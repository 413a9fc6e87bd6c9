import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ChosenFilters, type FilterOptions, NoPeople, PeopleFilters } from "~/features/people/components/people-filters";
import { PersonCard } from "~/features/people/components/person-card";
import { findOrganizationName, listPeople } from "~/features/people/directory.server";
import { filtersOf, queryOf } from "~/features/people/filters";
import { MOST_COUNTED } from "~/features/people/limits";
import { languageOptions } from "~/features/people/spoken-languages";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languageOf } from "~/i18n/languages";
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
  if ([...url.searchParams.values()].includes("")) throw redirect(pathTo(language, "people", queryOf(filters)));

  const [list, options] = await Promise.all([listPeople(viewer, language, filters, after), optionsIn(language, filters.organization)]);
  if (after && list.items.length === 0) throw redirect(pathTo(language, "people", queryOf(filters)));

  return json({ filters, list, options, isFirst: after === null, isVisitor: viewer === null });
}

/** What each filter offers, in the words of the page. An organization is chosen on its own page. */
async function optionsIn(language: Language, organization: string): Promise<FilterOptions> {
  const [{ topics, provinces }, name] = await Promise.all([
    listVocabularies(language),
    organization ? findOrganizationName(language, organization) : null,
  ]);
  return {
    topic: topics,
    province: provinces,
    language: languageOptions(language),
    organization: name ? [{ value: organization, label: name }] : [],
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("people.list.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("people.list.lead") },
];

export default function PeoplePage() {
  const { filters, list, options, isFirst, isVisitor } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);
  const isMore = list.total > MOST_COUNTED;

  return (
    <>
      <Breadcrumbs steps={[{ label: t("people.list.title") }]} />
      <div className="page">
        <PageHeader title={t("people.list.title")} lead={t("people.list.lead")}>
          {isVisitor && <p>{t("people.list.leadVisitor")}</p>}
        </PageHeader>
        <div className="with-aside-start">
          <PeopleFilters filters={filters} options={options} />
          <section className="stack" aria-labelledby="results">
            <h2 className="list-count" id="results">
              {isMore ? t("people.list.countMore", { count: MOST_COUNTED }) : t("people.list.count", { count: list.total })}
            </h2>
            <ChosenFilters filters={filters} options={options} />
            {list.items.length === 0 && <NoPeople filters={filters} options={options} />}
            <div className="card-grid">
              {list.items.map((person) => (
                <PersonCard key={person.slug} person={person} />
              ))}
            </div>
            <Pagination
              next={list.next && pathTo(language, "people", { ...query, after: list.next })}
              first={isFirst ? null : pathTo(language, "people", query)}
            />
          </section>
        </div>
      </div>
    </>
  );
}
