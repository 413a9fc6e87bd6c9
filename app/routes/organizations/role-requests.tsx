import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { RoleRequests } from "~/features/accounts/components/role-requests";
import { requireActor } from "~/features/accounts/require-actor.server";
import { listPractitionerRequests } from "~/features/organizations/practitioner.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = cursorOf(new URL(args.request.url));
  const found = await listPractitionerRequests(actor, args.context.language, param(args.params, "slug"), after);

  return json({ ...found, isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.requests.ofOrganization")),
  { name: "robots", content: "noindex" },
];

export default function OrganizationRolesPage() {
  const { organization, requests, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug } = organization;

  return (
    <div className="page page-narrow">
      <Breadcrumbs steps={[{ label: t("admin.requests.ofOrganization") }]} />
      <PageHeader
        title={t("admin.requests.ofOrganization")}
        lead={t("admin.requests.ofOrganizationLead", { organization: organization.name })}
      />
      <RoleRequests
        requests={requests}
        addressOf={(id) => pathTo(language, "organizationRole", { slug, id })}
        next={next && pathTo(language, "organizationRoles", { slug, after: next })}
        first={isFirst ? null : pathTo(language, "organizationRoles", { slug })}
      />
    </div>
  );
}
