import type { OrganizationCard as Organization } from "~/features/organizations/list.server";
import { languagesInWords } from "~/features/organizations/languages-of-service";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

/** An organization in a list. One that is listed only says so. */
export function OrganizationCard({ organization, province }: { organization: Organization; province: string | undefined }) {
  const t = useTranslation();
  const language = useLanguage();
  const { name, slug, status, kind, city, regions, about, languages } = organization;
  const place = [city, province ?? t("organizations.national")].filter(Boolean).join(", ");

  return (
    <Card
      title={name}
      href={pathTo(language, "organization", { slug })}
      whole
      className={status === "MEMBER" ? "organization-card organization-member" : "organization-card"}
      above={
        <p className="badge-list">
          <StandingBadge status={status} />
        </p>
      }
    >
      <p className="meta-line">
        <span>{t(`organizations.kinds.${kind}`)}</span>
        <span>{place}</span>
        {regions && <span>{regions}</span>}
        {languages.length > 0 && <span>{t("organizations.card.languages", { languages: languagesInWords(languages, language) })}</span>}
      </p>
      {about && <p className="card-text organization-about written">{about}</p>}
    </Card>
  );
}

/** Whether an organization is one of us. */
export function StandingBadge({ status }: { status: string }) {
  const t = useTranslation();
  if (status === "MEMBER") return <Badge tone="success">{t("organizations.standing.member")}</Badge>;
  if (status === "LISTED") return <Badge tone="outline">{t("organizations.standing.listed")}</Badge>;
  if (status === "APPLIED" || status === "DECLINED") return <Badge tone="warning">{t("organizations.standing.waiting")}</Badge>;

  return <Badge tone="danger">{t("organizations.standing.closed")}</Badge>;
}
