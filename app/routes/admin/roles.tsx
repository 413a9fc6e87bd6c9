import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { RoleRequests } from "~/features/accounts/components/role-requests";
import { requireActor } from "~/features/accounts/require-actor.server";
import { listRoleRequests } from "~/features/accounts/role-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const after = cursorOf(new URL(args.request.url));
  return json({ ...(await listRoleRequests(requireActor(args), after)), isFirst: after === null });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.requests.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminRolesPage() {
  const { requests, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <AdminPage title={t("admin.requests.title")} lead={t("admin.requests.lead")}>
      <RoleRequests
        requests={requests}
        addressOf={(id) => pathTo(language, "adminRole", { id })}
        next={next && pathTo(language, "adminRoles", { after: next })}
        first={isFirst ? null : pathTo(language, "adminRoles")}
      />
    </AdminPage>
  );
}
