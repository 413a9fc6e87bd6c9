import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ReportLink } from "~/features/moderation/components/report-link";
import { may } from "~/features/moderation/policy";
import { OrganizationAbout, OrganizationFacts } from "~/features/organizations/components/organization-facts";
import { OrganizationHead, StandingNotice } from "~/features/organizations/components/organization-head";
import { OrganizationWork } from "~/features/organizations/components/organization-work";
import { alternatesOf } from "~/features/organizations/organization-alternates";
import { getOrganization } from "~/features/organizations/queries.server";
import { PersonCard } from "~/features/people/components/person-card";
import { listPeopleOf } from "~/features/people/directory.server";
import { PracticeCard } from "~/features/practices/components/practice-card";
import { noFilters } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";

const MOST_GUIDES = 6;
const MOST_PEOPLE = 12;

export async function loader({ params, context: { viewer, language } }: LoaderFunctionArgs) {
  const organization = await getOrganization(viewer, language, param(params, "slug"));
  if (organization.outcome === "moved") throw redirect(pathTo(language, "organization", { slug: organization.slug }), 301);

  const [guides, people] = await Promise.all([
    listPractices(viewer, language, { ...noFilters, organization: organization.slug }, null, MOST_GUIDES),
    listPeopleOf(viewer, language, organization.id, organization.status === "MEMBER" ? MOST_PEOPLE : 0),
  ]);
  const isOpen = organization.status === "MEMBER" || organization.status === "LISTED";
  const mayFlag = isOpen && !organization.isOwn && may.flag(viewer);
  return json({ organization, guides, people, mayFlag, alternates: alternatesOf("organization", organization.slugs) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { name, about, status, isHidden } = data.organization;
  return [
    pageTitle(location.pathname, () => name),
    ...(about ? [{ name: "description", content: about.text.replace(/\s+/g, " ").slice(0, 300) }] : []),
    ...((status === "MEMBER" || status === "LISTED") && !isHidden ? [] : [{ name: "robots", content: "noindex" }]),
  ];
};

export default function OrganizationPage() {
  const { organization, mayFlag } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const { name, about, changedOn } = organization;
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("organizations.list.title"), href: pathTo(language, "organizations") }, { label: name }]} />
      <article className="page">
        <OrganizationHead organization={organization} />
        {organization.isHidden && (
          <Notice kind="warning" title={t("hiding.organization.title")}>
            {t("hiding.organization.lead")}
          </Notice>
        )}
        <StandingNotice organization={organization} />
        <OrganizationWork organization={organization} />
        <div className="with-aside">
          <div className="stack stack-large">
            <OrganizationAbout about={about} />
            <Guides />
            <People />
          </div>
          <aside className="stack">
            <h2 className="aside-title">{t("organizations.page.facts")}</h2>
            <OrganizationFacts organization={organization} />
          </aside>
        </div>
        {mayFlag && <ReportLink href={pathTo(language, "organizationFlag", { slug: organization.slug })} what="organization" />}
        <p className="modified">
          {t("site.dateModified")} <Time at={changedOn} />
        </p>
      </article>
    </>
  );
}

function Guides() {
  const { organization, guides } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  if (guides.total === 0 && organization.status !== "MEMBER") return null;

  return (
    <section className="stack">
      <h2>{t("organizations.page.guides")}</h2>
      {guides.total === 0 && <p>{t("organizations.page.noGuides")}</p>}
      <div className="card-list">
        {guides.items.map((guide) => (
          <PracticeCard key={guide.id} guide={guide} />
        ))}
      </div>
      {guides.total > 0 && (
        <p>
          <a href={pathTo(language, "practices", { organization: organization.slug })}>
            {t("organizations.page.allGuides", { count: guides.total })}
          </a>
        </p>
      )}
    </section>
  );
}

function People() {
  const { organization, people } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  if (people.length === 0) return null;

  return (
    <section className="stack">
      <h2>{t("organizations.page.itsPeople")}</h2>
      <div className="card-grid">
        {people.map((person) => (
          <PersonCard key={person.slug} person={person} />
        ))}
      </div>
      <p>
        <a href={pathTo(language, "people", { organization: organization.slug })}>{t("organizations.page.allPeople")}</a>
      </p>
    </section>
  );
}
