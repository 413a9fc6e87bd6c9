import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { OwnOrganizations, OwnRequests } from "~/features/organizations/components/own-organizations";
import { listOwnOrganizations } from "~/features/organizations/membership-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";

export async function loader(args: LoaderFunctionArgs) {
  return json(await listOwnOrganizations(requireActor(args), args.context.language));
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("membership.settings.title")),
  { name: "robots", content: "noindex" },
];

export default function MyOrganizationsPage() {
  const { memberships, requests } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const ways = (
    <p className="button-row">
      <ButtonLink variant="secondary" href={pathTo(language, "organizations")}>
        {t("membership.settings.find")}
      </ButtonLink>
      <ButtonLink variant="quiet" href={pathTo(language, "newOrganization")}>
        {t("membership.settings.apply")}
      </ButtonLink>
    </p>
  );

  return (
    <SettingsPage title={t("membership.settings.title")} lead={t("membership.settings.lead")}>
      <OwnOrganizations memberships={memberships} />
      <OwnRequests requests={requests} />
      {memberships.length === 0 ? (
        <EmptyState title={t("membership.settings.none")}>
          <p>{t("membership.settings.noneText")}</p>
          {ways}
        </EmptyState>
      ) : (
        <section className="stack" aria-labelledby="joining">
          <h2 id="joining">{t("membership.settings.joining")}</h2>
          <p>{t("membership.settings.joiningText")}</p>
          {ways}
        </section>
      )}
    </SettingsPage>
  );
}
