import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { getAccount } from "~/features/accounts/account-queries.server";
import { AccountFacts } from "~/features/accounts/components/account-card";
import { AdminPage } from "~/features/accounts/components/admin-page";
import { GrantedRoles, RoleHistory } from "~/features/accounts/components/role-history";
import { requireActor } from "~/features/accounts/require-actor.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const account = await getAccount(requireActor(args), args.context.language, idParam(args.params));
  const isSuspended = account.suspendedUntil !== null && account.suspendedUntil > new Date();

  return json({ account, isSuspended, isAtRest: account.deactivatedAt !== null });
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) => [
  pageTitle(location.pathname, (t) => data?.account.name ?? t("admin.people.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminPersonPage() {
  const { account, isSuspended, isAtRest } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const roles = account.roles.map(({ role }) => role);

  return (
    <AdminPage title={account.name}>
      {isSuspended && <Notice kind="warning">{t("admin.person.suspended")}</Notice>}
      {isAtRest && <Notice>{t("admin.person.atRest")}</Notice>}
      <AccountFacts account={{ ...account, roles }} />
      <GrantedRoles accountId={account.id} grants={account.roles} />
      {account.isOwn && <Notice>{t("admin.person.own")}</Notice>}
      {account.choices.length > 0 && (
        <p>
          <ButtonLink href={pathTo(language, "adminRoleGrant", { id: account.id })}>{t("admin.person.grant")}</ButtonLink>
        </p>
      )}
      {!account.isOwn && roles.includes("MODERATOR") && (
        <p>
          <a href={pathTo(language, "moderatorScope", { id: account.id })}>{t("moderation.scope.link")}</a>
        </p>
      )}
      {!account.isOwn && (
        <p>
          <a href={pathTo(language, "factorsReset", { id: account.id })}>{t("security.lost.title")}</a>
        </p>
      )}
      <RoleHistory decisions={account.roleHistory} />
    </AdminPage>
  );
}
