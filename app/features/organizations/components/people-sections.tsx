import type { SerializeFrom } from "@remix-run/node";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Pagination } from "~/ui/pagination";
import { Time } from "~/ui/time";

import type { PeoplePage } from "../people-queries.server";
import { OpenInvitations } from "./open-invitations";
import { PeopleList } from "./people-list";
import { About } from "./place-page";

type Place = Omit<SerializeFrom<PeoplePage>, "subject">;

/** Everyone who belongs to the organization. */
export function PeopleSection({
  place: { slug, people, mayGrant },
  mayRun,
  viewerId,
  isLater,
}: {
  place: Place;
  mayRun: boolean;
  viewerId: string;
  isLater: boolean;
}) {
  const t = useTranslation();
  const language = useLanguage();
  const here = pathTo(language, "organizationPeople", { slug });

  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{t("membership.people.count", { count: people.total })}</h2>
      <PeopleList people={people.items} slug={slug} viewerId={viewerId} mayRun={mayRun} mayGrant={mayGrant} />
      <Pagination
        next={people.next && pathTo(language, "organizationPeople", { slug, after: people.next })}
        first={isLater ? here : null}
      />
    </section>
  );
}

/** Who waits for an answer. */
export function RequestsSection({ place: { slug, requests } }: { place: Place }) {
  const t = useTranslation();
  const language = useLanguage();
  if (requests.length === 0) return null;

  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t("membership.people.requests")}</h2>
      <p>{t("membership.people.requestsLead")}</p>
      <ul className="roster">
        {requests.map(({ id, askedAt, account: { name } }) => (
          <li className="roster-row" key={id}>
            <div className="stack stack-small">
              <p>
                <strong className="roster-name">{name}</strong>
              </p>
              <p className="meta-line">
                <span>
                  {t("membership.people.askedOn")} <Time at={askedAt} />
                </span>
              </p>
            </div>
            <p>
              <ButtonLink variant="secondary" small href={pathTo(language, "joinRequestReview", { slug, id })}>
                <About label={t("membership.people.answer")} whom={name} />
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The invitations that are on their way. */
export function InvitationsSection({ place: { slug, invitations }, isLater }: { place: Place; isLater: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!invitations) return null;

  return (
    <section className="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t("membership.people.invitations")}</h2>
      {invitations.items.length > 0 ? (
        <OpenInvitations invitations={invitations.items} slug={slug} />
      ) : (
        <p>{t("membership.people.noInvitations")}</p>
      )}
      <Pagination
        next={invitations.next && pathTo(language, "organizationPeople", { slug, invitations: invitations.next }, "invitations")}
        first={isLater ? pathTo(language, "organizationPeople", { slug }, "invitations") : null}
      />
    </section>
  );
}

/** The domains of the organization, and the way to change them. */
export function DomainsInShort({ place: { slug, domains } }: { place: Place }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="domains">
      <h2 id="domains">{t("membership.people.domains")}</h2>
      {domains.length > 0 ? (
        <>
          <p>{t("membership.people.domainsLead")}</p>
          <ul className="badge-list">
            {domains.map(({ domain }) => (
              <li className="badge" key={domain}>
                {domain}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("membership.people.noDomains")}</p>
      )}
      <p>
        <ButtonLink variant="secondary" href={pathTo(language, "organizationDomains", { slug })}>
          {t("membership.people.changeDomains")}
        </ButtonLink>
      </p>
    </section>
  );
}
