import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Time } from "~/ui/time";

import type { OwnRoles } from "../role-queries.server";
import { Allowed, Fact } from "./role-pieces";

type Own = SerializeFrom<OwnRoles>;

/** The roles that someone holds: since when, until when, by whom and why, and what each allows. */
export function HeldRoles({ held }: { held: Own["held"] }) {
  const t = useTranslation();

  return (
    <section className="stack" aria-labelledby="held">
      <h2 id="held">{t("admin.settings.held")}</h2>
      {held.length === 0 && <p>{t("admin.settings.none")}</p>}
      <ul className="card-list">
        {held.map(({ role, reason, grantedAt, endsAt, granter, allowed, isResting }) => (
          <li key={role}>
            <Card title={t(`accounts.roles.${role}`)}>
              {isResting && (
                <p>
                  <Badge tone="warning">{t("admin.settings.resting")}</Badge>
                </p>
              )}
              <Allowed permissions={allowed} />
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
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What someone has asked for and may withdraw, and what was declined. */
export function AskedRoles({ open, declined }: Pick<Own, "open" | "declined">) {
  const t = useTranslation();

  return (
    <>
      {open.length > 0 && (
        <section className="stack" aria-labelledby="open">
          <h2 id="open">{t("admin.settings.open")}</h2>
          <ul className="card-list">
            {open.map((request) => (
              <li key={request.id}>
                <OpenRequest request={request} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {declined.length > 0 && (
        <section className="stack" aria-labelledby="declined">
          <h2 id="declined">{t("admin.settings.declined")}</h2>
          <ul className="card-list">
            {declined.map(({ id, role, decidedAt, decider, note }) => (
              <li key={id}>
                <Card title={t(`accounts.roles.${role}`)}>
                  <dl className="facts facts-wide">
                    {decidedAt && (
                      <Fact label={t("admin.person.when")}>
                        <Time at={decidedAt} />
                      </Fact>
                    )}
                    <Fact label={t("admin.settings.declinedBy")}>{decider?.name ?? t("admin.settings.byPortal")}</Fact>
                    <Fact label={t("admin.settings.why")} asWritten>
                      {note}
                    </Fact>
                  </dl>
                </Card>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function OpenRequest({ request: { id, role, reason, askedAt } }: { request: Own["open"][number] }) {
  const t = useTranslation();
  const language = useLanguage();
  const label = t("admin.settings.withdrawNamed", { role: t(`accounts.roles.${role}`) });

  return (
    <Card title={t(`accounts.roles.${role}`)}>
      <p>
        <Badge tone="info">{t("admin.settings.waiting")}</Badge>
      </p>
      <dl className="facts facts-wide">
        <Fact label={t("admin.settings.asked")}>
          <Time at={askedAt} />
        </Fact>
        <Fact label={t("admin.settings.why")} asWritten>
          {reason}
        </Fact>
      </dl>
      <form method="post" action={pathTo(language, "roleWithdrawal")}>
        <input type="hidden" name="request" value={id} />
        <Button variant="secondary" small aria-label={label}>
          {t("admin.settings.withdraw")}
        </Button>
      </form>
    </Card>
  );
}
