import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { searchOrganizations } from "~/features/organizations/administration.server";
import { listWaiting } from "~/features/organizations/application-queries.server";
import { OrganizationSearch } from "~/features/organizations/components/organization-search";
import { WaitingApplications } from "~/features/organizations/components/waiting-applications";
import { useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const url = new URL(args.request.url);
  const sought = (url.searchParams.get("q") ?? "").slice(0, 300);
  const after = cursorOf(url);
  const [{ waiting, next }, found] = await Promise.all([listWaiting(actor, language, after), searchOrganizations(actor, language, sought)]);

  return json({
    waiting,
    next: next && pathTo(language, "adminOrganizations", { after: next }),
    first: after && pathTo(language, "adminOrganizations"),
    sought,
    found: found.map(({ id, ...one }) => ({ id, ...one, href: pathTo(language, "adminOrganization", { id }) })),
  });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.admin.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminOrganizationsPage() {
  const { waiting, next, first, sought, found } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <AdminPage title={t("applications.admin.title")} lead={t("applications.admin.lead")}>
      <section className="stack" aria-labelledby="waiting">
        <h2 id="waiting">{t("applications.admin.waiting")}</h2>
        {waiting.length > 0 ? (
          <WaitingApplications waiting={waiting} />
        ) : (
          <EmptyState title={t("applications.admin.empty")}>
            <p>{t("applications.admin.emptyHint")}</p>
          </EmptyState>
        )}
        <Pagination next={next} first={first} />
      </section>
      <section className="stack" aria-labelledby="search">
        <h2 id="search">{t("applications.admin.search")}</h2>
        <OrganizationSearch
          label={t("applications.admin.searchLabel")}
          submit={t("applications.admin.searchSubmit")}
          sought={sought}
          nothing={t("applications.admin.nothingFound")}
          found={found}
        />
      </section>
    </AdminPage>
  );
}
