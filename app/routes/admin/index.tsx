import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { countRoleRequests } from "~/features/accounts/role-queries.server";
import { useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  return json({ roleRequests: await countRoleRequests(actor) });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.overview.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminOverviewPage() {
  const { roleRequests } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <AdminPage title={t("admin.overview.title")} lead={t("admin.overview.lead")}>
      <p>{t("admin.overview.roleRequests", { count: roleRequests })}</p>
    </AdminPage>
  );
}
