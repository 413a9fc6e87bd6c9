import type { Role } from "~/generated/prisma/enums";
import { useLanguage, useTranslation } from "~/i18n/context";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Pagination } from "~/ui/pagination";
import { Time } from "~/ui/time";

import type { Permission } from "../roles";
import { Allowed, Fact, RoleAnswerForm } from "./role-pieces";

type Membership = { isSteward: boolean; organization: { faces: { language: string; name: string }[] } };

type Asked = { id: string; role: Role; reason: string; askedAt: string; account: { name: string; memberships: Membership[] } };

/** The requests for roles that wait, each with the way to its answer. */
export function RoleRequests({
  requests,
  addressOf,
  next,
  first,
}: {
  requests: Asked[];
  addressOf: (id: string) => string;
  next: string | null;
  first: string | null;
}) {
  const t = useTranslation();
  if (requests.length === 0)
    return (
      <EmptyState title={t("admin.requests.empty")}>
        <p>{t("admin.requests.emptyHint")}</p>
      </EmptyState>
    );

  return (
    <>
      <ul className="card-list">
        {requests.map((request) => (
          <li key={request.id}>
            <Card
              level="h2"
              title={t("admin.requests.one", { name: request.account.name, role: t(`accounts.roles.${request.role}`) })}
              href={addressOf(request.id)}
            >
              <RequestFacts request={request} />
              <div>
                <ButtonLink
                  href={addressOf(request.id)}
                  variant="secondary"
                  small
                  aria-label={t("admin.requests.openNamed", { name: request.account.name })}
                >
                  {t("admin.requests.open")}
                </ButtonLink>
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <Pagination next={next} first={first} />
    </>
  );
}

/** When, why and from where someone asks. */
function RequestFacts({ request }: { request: Pick<Asked, "reason" | "askedAt" | "account"> }) {
  const t = useTranslation();
  const language = useLanguage();
  const organizations = request.account.memberships.flatMap(({ isSteward, organization }) => {
    const name = organization.faces.find((face) => face.language === language)?.name;
    return name ? [isSteward ? t("admin.people.steward", { name }) : name] : [];
  });

  return (
    <dl className="facts">
      <Fact label={t("admin.requests.reason")} asWritten>
        {request.reason}
      </Fact>
      <Fact label={t("admin.requests.asked")}>
        <Time at={request.askedAt} withTime />
      </Fact>
      <Fact label={t("admin.requests.people")}>{organizations.join(", ") || t("admin.requests.noOrganization")}</Fact>
    </dl>
  );
}

type ToAnswer = Pick<Asked, "reason" | "askedAt" | "account"> & { allowed: Permission[]; mayDecide: boolean };

/** One request, what it would allow, and the form for the answer. */
export function RoleRequestAnswer({ request, sent }: { request: ToAnswer; sent: Parameters<typeof RoleAnswerForm>[0]["sent"] }) {
  const t = useTranslation();

  return (
    <>
      <RequestFacts request={request} />
      <section className="stack" aria-labelledby="allowed">
        <h2 id="allowed">{t("admin.table.allowedBy")}</h2>
        <Allowed permissions={request.allowed} />
      </section>
      {request.mayDecide ? <RoleAnswerForm sent={sent} /> : <Notice>{t("admin.person.mayNot")}</Notice>}
    </>
  );
}
