import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { OrganizationCard } from "~/features/organizations/components/organization-card";
import { OrganizationFilters, useChosen } from "~/features/organizations/components/organization-filters";
import { Places } from "~/features/organizations/components/places";
import { filtersOf, queryOf } from "~/features/organizations/filters";
import { getDirectory } from "~/features/organizations/directory.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ChosenFilters, NothingFits } from "~/ui/chosen-filters";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const filters = filtersOf(url);
  const after = cursorOf(url);
  const start = pathTo(language, "organizations", queryOf(filters));
  // A form sends every field; what is not set has no place in an address that people share.
  if ([...url.searchParams.values()].includes("")) throw redirect(start);

  const directory = await getDirectory(language, filters, after);
  if (after && directory.list.items.length === 0) throw redirect(start);

  return json({ filters, ...directory, isFirst: after === null });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("organizations.list.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("organizations.list.lead") },
];

export default function OrganizationsPage() {
  const { filters, list, options, map, places, everywhere, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = queryOf(filters);
  const chosen = useChosen({ filters, options });
  const all = pathTo(language, "organizations");

  return (
    <>
      <Breadcrumbs steps={[{ label: t("organizations.list.title") }]} />
      <div className="page">
        <PageHeader title={t("organizations.list.title")} lead={t("organizations.list.lead")} />
        <div className="with-aside-start">
          <OrganizationFilters filters={filters} options={options} />
          <div className="stack stack-large">
            <Places title={t("organizations.map.title")} map={map} places={places} everywhere={everywhere} />
            <section className="stack" aria-labelledby="results">
              <h2 className="list-count" id="results" tabIndex={-1}>
                {t("organizations.list.count", { count: list.total })}
              </h2>
              <ChosenFilters chosen={chosen} all={all} />
              {list.items.some(({ status }) => status === "LISTED") && <p className="list-hint">{t("organizations.list.listedHint")}</p>}
              {list.items.length === 0 && chosen.length === 0 && (
                <EmptyState title={t("organizations.list.empty")}>{t("organizations.list.emptyHint")}</EmptyState>
              )}
              {list.items.length === 0 && chosen.length > 0 && (
                <NothingFits title={t("organizations.list.none")} hint={t("organizations.list.noneHint")} chosen={chosen} all={all} />
              )}
              <div className="card-list">
                {list.items.map((organization) => (
                  <OrganizationCard
                    key={organization.id}
                    organization={organization}
                    province={options.province.find(({ value }) => value === organization.province)?.label}
                  />
                ))}
              </div>
              <Pagination
                next={list.next && pathTo(language, "organizations", { ...query, after: list.next })}
                first={isFirst ? null : pathTo(language, "organizations", query)}
              />
              <p className="list-hint">
                {t("applications.new.missing")} <a href={pathTo(language, "newOrganization")}>{t("applications.new.title")}</a>
              </p>
            </section>
          </div>
        </div>
      </div>
    </>
  );
}
