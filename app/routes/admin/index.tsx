import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { countRoleRequests } from "~/features/accounts/role-queries.server";
import { countWaiting } from "~/features/organizations/application-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const [roleRequests, applications] = await Promise.all([countRoleRequests(actor), countWaiting(actor)]);
  return json({ roleRequests, applications });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.overview.title")),
  { name: "robots", content: "noindex" },
];

const places = [
  { page: "adminRoles", about: "roles" },
  { page: "adminPeople", about: "people" },
  { page: "adminPermissions", about: "permissions" },
  { page: "adminOrganizations", about: "organizations" },
  { page: "adminOrphans", about: "orphans" },
  { page: "adminCategories", about: "categories" },
  { page: "auditLog", about: "audit" },
] as const;

export default function AdminOverviewPage() {
  const { roleRequests, applications } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <AdminPage title={t("admin.overview.title")} lead={t("admin.overview.lead")}>
      <section className="stack" aria-labelledby="waits">
        <h2 id="waits">{t("admin.overview.waits")}</h2>
        {roleRequests + applications === 0 && (
          <EmptyState title={t("admin.overview.nothing")}>
            <p>{t("admin.overview.nothingHint")}</p>
          </EmptyState>
        )}
        {roleRequests > 0 && (
          <Waiting
            text={t("admin.overview.roleRequests", { count: roleRequests })}
            action={t("admin.overview.toRoleRequests")}
            href={pathTo(language, "adminRoles")}
          />
        )}
        {applications > 0 && (
          <Waiting
            text={t("applications.admin.waitingCount", { count: applications })}
            action={t("applications.admin.toWaiting")}
            href={pathTo(language, "adminOrganizations")}
          />
        )}
      </section>
      <section className="stack" aria-labelledby="places">
        <h2 id="places">{t("admin.overview.places")}</h2>
        <ul className="card-grid">
          {places.map(({ page, about }) => (
            <li key={page}>
              <Card title={t(`admin.pages.${page}`)} href={pathTo(language, page)} whole>
                <p className="card-text">{t(`admin.overview.${about}`)}</p>
              </Card>
            </li>
          ))}
          <li>
            <Card title={t("moderation.title")} href={pathTo(language, "moderation")} whole>
              <p className="card-text">{t("moderation.overview.text")}</p>
            </Card>
          </li>
        </ul>
      </section>
    </AdminPage>
  );
}

const Waiting = ({ text, action, href }: { text: string; action: string; href: string }) => (
  <div className="card">
    <div className="split">
      <p>{text}</p>
      <ButtonLink href={href} variant="secondary">
        {action}
      </ButtonLink>
    </div>
  </div>
);
