import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

import type { OwnOrganizations as Own } from "../membership-queries.server";
import { About } from "./place-page";

/** The organizations to which someone belongs. */
export function OwnOrganizations({ memberships }: Pick<SerializeFrom<Own>, "memberships">) {
  const t = useTranslation();
  const language = useLanguage();
  if (memberships.length === 0) return null;

  return (
    <ul className="roster">
      {memberships.map(({ name, slug, isMember, isSteward, joinedBy, joinedAt }) => (
        <li className="roster-row" key={slug}>
          <div className="stack stack-small">
            <p className="cluster">
              <a className="roster-name" href={pathTo(language, "organization", { slug })}>
                {name}
              </a>
              {isSteward && <Badge tone="brand">{t("membership.steward")}</Badge>}
              {!isMember && <Badge tone="warning">{t("membership.settings.notMember")}</Badge>}
            </p>
            <p className="meta-line">
              <span>
                {t("membership.since")} <Time at={joinedAt} />
              </span>
              <span>{t(`membership.joinedBy.${joinedBy}`)}</span>
            </p>
          </div>
          {isMember && (
            <p className="roster-steps">
              <ButtonLink variant="quiet" small href={pathTo(language, "organizationPeople", { slug })}>
                <About label={t("membership.settings.people")} whom={name} />
              </ButtonLink>
              <ButtonLink variant="quiet" small href={pathTo(language, "departure", { slug })}>
                <About label={t("membership.settings.leave")} whom={name} />
              </ButtonLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Those that someone has asked to join, and that have not answered. */
export function OwnRequests({ requests }: Pick<SerializeFrom<Own>, "requests">) {
  const t = useTranslation();
  const language = useLanguage();
  if (requests.length === 0) return null;

  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t("membership.settings.requests")}</h2>
      <ul className="roster">
        {requests.map(({ name, slug, askedAt }) => (
          <li className="roster-row" key={slug}>
            <div className="stack stack-small">
              <p className="roster-name">{name}</p>
              <p className="meta-line">
                <span>
                  {t("membership.settings.askedOn")} <Time at={askedAt} />
                </span>
              </p>
            </div>
            <p className="roster-steps">
              <ButtonLink variant="quiet" small href={pathTo(language, "joinRequest", { slug })}>
                <About label={t("membership.settings.look")} whom={name} />
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
