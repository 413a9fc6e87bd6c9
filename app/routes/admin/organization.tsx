import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { getOrganizationToDecide } from "~/features/organizations/administration.server";
import { StatusBadge } from "~/features/organizations/components/organization-search";
import { ApplicationToDecide, OrganizationFacts } from "~/features/organizations/components/organization-to-decide";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const [organization, { provinces }] = await Promise.all([
    getOrganizationToDecide(actor, language, idParam(args.params)),
    listVocabularies(language),
  ]);
  const { kind, city, province, faces, ...more } = organization;
  const label = provinces.find(({ value }) => value === province)?.label;
  const here = faces.find((face) => face.language === language);

  return json({
    name: here?.name ?? "",
    slug: here?.slug ?? "",
    organization: {
      ...more,
      faces,
      kind: translator(language)(`organizations.kinds.${kind}`),
      place: [city, label].filter(Boolean).join(", "),
    },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${data?.name ?? ""} – ${t("applications.admin.title")}`),
  { name: "robots", content: "noindex" },
];

export default function AdminOrganizationPage() {
  const { name, slug, organization } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { id, status, applications, similar, may } = organization;
  const isPublic = status !== "APPLIED" && status !== "DECLINED";

  return (
    <AdminPage title={name}>
      <section className="stack" aria-labelledby="facts">
        <h2 id="facts">{t("applications.decide.facts")}</h2>
        <OrganizationFacts organization={organization} />
        {isPublic && (
          <p>
            <a href={pathTo(language, "organization", { slug })}>{t("applications.decide.page")}</a>
          </p>
        )}
      </section>
      {similar.length > 0 && (
        <section className="stack" aria-labelledby="similar">
          <h2 id="similar">{t("applications.decide.similar")}</h2>
          <ul className="stack stack-small">
            {similar.map((one) => (
              <li className="cluster" key={one.id}>
                <a href={pathTo(language, "adminOrganization", { id: one.id })}>{one.name}</a>
                <StatusBadge status={one.status} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby="applications">
        <h2 id="applications">{t("applications.decide.applications")}</h2>
        {applications.length === 0 && <p>{t("applications.decide.applicationsEmpty")}</p>}
        <ul className="card-list">
          {applications.map((application) => (
            <ApplicationToDecide key={application.id} application={application} id={id} mayDecide={may.decide} />
          ))}
        </ul>
      </section>
      {may.close && <Life id={id} status={status} />}
    </AdminPage>
  );
}

function Life({ id, status }: { id: string; status: string }) {
  const t = useTranslation();
  const language = useLanguage();
  if (status !== "MEMBER" && status !== "CLOSED") return null;

  return (
    <section className="stack" aria-labelledby="life">
      <h2 id="life">{t("applications.decide.life")}</h2>
      <div className="button-row">
        <ButtonLink
          variant="secondary"
          href={pathTo(language, status === "MEMBER" ? "adminOrganizationClosure" : "adminOrganizationReopening", { id })}
        >
          {t(status === "MEMBER" ? "applications.decide.close" : "applications.decide.reopen")}
        </ButtonLink>
        <ButtonLink variant="secondary" href={pathTo(language, "adminOrganizationMerger", { id })}>
          {t("applications.decide.merge")}
        </ButtonLink>
      </div>
    </section>
  );
}
