import type { Role } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Card } from "~/ui/card";
import { Time } from "~/ui/time";

import { Fact } from "./role-pieces";

type Organization = { name: string; slug: string; isSteward: boolean };

type Account = { id: string; name: string; createdAt: string; roles: Role[]; organizations: Organization[] };

/** Someone in the administrators' list of people. */
export function AccountCard({ account: { id, name, ...about } }: { account: Account }) {
  const language = useLanguage();

  return (
    <Card title={name} level="h2" href={pathTo(language, "adminPerson", { id })} whole>
      <AccountFacts account={about} />
    </Card>
  );
}

/** Since when someone is here, with which roles, in which organizations. */
export function AccountFacts({ account: { createdAt, roles, organizations } }: { account: Omit<Account, "id" | "name"> }) {
  const t = useTranslation();
  const names = organizations.map(({ name, isSteward }) => (isSteward ? t("admin.people.steward", { name }) : name));

  return (
    <dl className="facts facts-wide">
      <Fact label={t("admin.people.roles")}>
        {roles.map((role) => t(`accounts.roles.${role}`)).join(", ") || t("admin.people.noRoles")}
      </Fact>
      <Fact label={t("admin.people.organizations")}>{names.join(", ") || t("admin.requests.noOrganization")}</Fact>
      <Fact label={t("admin.people.since")}>
        <Time at={createdAt} />
      </Fact>
    </dl>
  );
}
