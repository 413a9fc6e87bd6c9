import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DomainsInShort, PeopleSection, RequestsSection, InvitationsSection } from "~/features/organizations/components/people-sections";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getPeople } from "~/features/organizations/people-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const url = new URL(args.request.url);
  const invitedBefore = cursorOf(new URL(`?after=${url.searchParams.get("invitations") ?? ""}`, url));
  const { subject: _, ...place } = await getPeople(actor, language, param(args.params, "slug"), { after: cursorOf(url), invitedBefore });
  if (place.slug !== args.params.slug) throw redirect(pathTo(language, "organizationPeople", { slug: place.slug }));

  return json({
    place,
    viewerId: actor.id,
    isLater: cursorOf(url) !== null,
    isLaterInvited: invitedBefore !== null,
    alternates: alternatesAt("organizationPeople", place.slugs),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("membership.people.titleOf", { organization: data?.place.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function PeoplePage() {
  const { place, viewerId, isLater, isLaterInvited } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug, status, mayRun } = place;
  const isOpen = mayRun && status === "MEMBER";

  return (
    <PlacePage place={place} title={t("membership.people.title")} lead={t("membership.people.lead")} narrow={false} below="organization">
      {mayRun && !isOpen && <Notice kind="warning">{t("membership.people.notMember")}</Notice>}
      {isOpen && (
        <p className="button-row">
          <ButtonLink href={pathTo(language, "newInvitation", { slug })}>{t("membership.people.invite")}</ButtonLink>
          <ButtonLink variant="secondary" href={pathTo(language, "invitationList", { slug })}>
            {t("membership.people.inviteList")}
          </ButtonLink>
        </p>
      )}
      {isOpen && <RequestsSection place={place} />}
      <PeopleSection place={place} viewerId={viewerId} isLater={isLater} mayRun={isOpen} />
      {isOpen && <InvitationsSection place={place} isLater={isLaterInvited} />}
      {isOpen && <DomainsInShort place={place} />}
      {isOpen && (
        <ul>
          <li>
            <a href={pathTo(language, "organizationRoles", { slug })}>{t("membership.people.roleRequests")}</a>
          </li>
          <li>
            <a href={pathTo(language, "organizationOrphans", { slug })}>{t("applications.orphans.ownTitle")}</a>
          </li>
        </ul>
      )}
    </PlacePage>
  );
}
