import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Table } from "~/ui/table";
import { Time } from "~/ui/time";

import type { AccountPage } from "../account-queries.server";
import { Fact } from "./role-pieces";

type Account = SerializeFrom<AccountPage>;

/** The roles that someone holds, each with the way to take it away for those who may. */
export function GrantedRoles({ accountId, grants }: { accountId: string; grants: Account["roles"] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="roles">
      <h2 id="roles">{t("admin.person.roles")}</h2>
      {grants.length === 0 && <p>{t("admin.person.noRoles")}</p>}
      <ul className="card-list">
        {grants.map(({ role, reason, grantedAt, endsAt, granter, mayRevoke }) => (
          <li key={role}>
            <Card title={t(`accounts.roles.${role}`)}>
              <dl className="facts facts-wide">
                <Fact label={t("admin.settings.since")}>
                  <Time at={grantedAt} />
                </Fact>
                <Fact label={t("admin.settings.until")}>{endsAt ? <Time at={endsAt} withTime /> : t("admin.settings.noEnd")}</Fact>
                <Fact label={t("admin.settings.by")}>{granter?.name ?? t("admin.settings.byPortal")}</Fact>
                {reason && (
                  <Fact label={t("admin.settings.why")} asWritten>
                    {reason}
                  </Fact>
                )}
              </dl>
              {mayRevoke && (
                <div>
                  <ButtonLink
                    href={pathTo(language, "adminRoleRemoval", { id: accountId, role })}
                    variant="secondary"
                    small
                    aria-label={t("admin.person.revokeNamed", { role: t(`accounts.roles.${role}`) })}
                  >
                    {t("admin.person.revoke")}
                  </ButtonLink>
                </div>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was decided about someone's roles: when, what, by whom and why. */
export function RoleHistory({ decisions }: { decisions: Account["roleHistory"] }) {
  const t = useTranslation();
  const head = [t("admin.person.when"), t("admin.person.what"), t("admin.person.who"), t("admin.person.why")];

  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t("admin.person.history")}</h2>
      <p>{t(decisions.length > 0 ? "admin.person.historyHint" : "admin.person.noHistory")}</p>
      {decisions.length > 0 && (
        <Table caption={t("admin.person.history")} head={head}>
          {decisions.map((decision) => (
            <tr key={decision.id}>
              <th scope="row">
                <Time at={decision.decidedAt} withTime />
              </th>
              <td>
                <What decision={decision} />
              </td>
              <td>{decision.decider?.name ?? t("admin.settings.byPortal")}</td>
              <td className="as-written">{decision.note}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function What({ decision: { verdict, role, endsAt } }: { decision: Account["roleHistory"][number] }) {
  const t = useTranslation();
  const language = useLanguage();
  const named = { role: t(`accounts.roles.${role}`) };

  return endsAt ? t("admin.person.GRANTED_UNTIL", { ...named, time: formatTime(endsAt, language) }) : t(`admin.person.${verdict}`, named);
}
