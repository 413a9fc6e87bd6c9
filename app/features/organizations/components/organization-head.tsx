import type { OrganizationPage } from "~/features/organizations/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { otherLanguage } from "~/i18n/languages";
import { fileAt, pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

import { StandingBadge } from "./organization-card";

type Props = { organization: OrganizationPage };

/** What an organization is called, and whether it is one of us. */
export function OrganizationHead({ organization }: Props) {
  const t = useTranslation();
  const other = otherLanguage(useLanguage());
  const { name, otherName, kind, status, logo } = organization;

  return (
    <div className="organization-head">
      {logo && (
        <img
          className="organization-logo"
          src={fileAt(logo.id)}
          alt={t("organizations.page.logoAlt", { name })}
          width={logo.width}
          height={logo.height}
        />
      )}
      <PageHeader title={name} eyebrow={t(`organizations.kinds.${kind}`)}>
        {otherName && (
          <p className="other-name">
            {t(`organizations.page.otherName.${other}`)} <span lang={other}>{otherName.name}</span>
          </p>
        )}
        <p className="badge-list">
          <StandingBadge status={status} />
        </p>
      </PageHeader>
    </div>
  );
}

/** What to know before one reads on, where an organization is no member. */
export function StandingNotice({ organization: { status, slug, source, closedOn, hasApplied, may } }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (status === "MEMBER") return null;
  if (status === "APPLIED" || status === "DECLINED")
    return (
      <Notice kind="warning" title={t("organizations.page.waitingTitle")}>
        <p>{t("organizations.page.waiting")}</p>
        {hasApplied && <OwnApplicationLink slug={slug} />}
      </Notice>
    );
  if (status !== "LISTED")
    return (
      <Notice kind="warning" title={t("organizations.page.closedTitle")}>
        {closedOn ? t("organizations.page.closed", { date: formatDate(closedOn, language) }) : t("organizations.page.closedUndated")}
      </Notice>
    );

  return (
    <Notice title={t("organizations.page.listedTitle")}>
      <p>{t("organizations.page.listed")}</p>
      {source && <Source source={source} />}
      {hasApplied && <p>{t("organizations.page.claimed")}</p>}
      {hasApplied && <OwnApplicationLink slug={slug} />}
      {may.claim && !hasApplied && (
        <p className="cluster">
          <span>{t("organizations.page.claimHint")}</span>
          <ButtonLink variant="secondary" small href={pathTo(language, "organizationClaim", { slug })}>
            {t("organizations.page.claim")}
          </ButtonLink>
        </p>
      )}
    </Notice>
  );
}

const OwnApplicationLink = ({ slug }: { slug: string }) => (
  <p>
    <a href={pathTo(useLanguage(), "organizationApplication", { slug })}>{useTranslation()("applications.own.open")}</a>
  </p>
);

function Source({ source: { url, seenOn } }: { source: NonNullable<OrganizationPage["source"]> }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <p>
      {t("organizations.page.source")}{" "}
      <a className="site-link" href={url} rel="ugc nofollow noopener">
        {new URL(url).hostname}
      </a>
      {seenOn && `, ${t("organizations.page.seenOn", { date: formatDate(seenOn, language) })}`}
    </p>
  );
}
