import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Time } from "~/ui/time";

/** An application in the queue; times as strings. */
type Waiting = {
  id: string;
  organizationId: string;
  name: string;
  city: string | null;
  isClaim: boolean;
  isOwn: boolean;
  applicant: string | null;
  askedAt: string;
};

/** What waits for a decision, in its order. What one has applied for oneself is marked: someone else decides. */
export function WaitingApplications({ waiting }: { waiting: Waiting[] }) {
  return (
    <ol className="queue">
      {waiting.map((application) => (
        <Item key={application.id} application={application} />
      ))}
    </ol>
  );
}

function Item({ application: { organizationId, name, city, isClaim, isOwn, applicant, askedAt } }: { application: Waiting }) {
  const t = useTranslation();
  const href = pathTo(useLanguage(), "adminOrganization", { id: organizationId });

  return (
    <li className="queue-item">
      <div className="stack stack-small">
        <h3 className="card-title">
          <a href={href}>{name}</a>
        </h3>
        <p className="badge-list">
          <Badge tone={isClaim ? "info" : "accent"}>{t(isClaim ? "applications.admin.isClaim" : "applications.admin.isNew")}</Badge>
          {isOwn && <Badge tone="warning">{t("applications.admin.isOwn")}</Badge>}
        </p>
        <p className="meta-line">
          {city && <span>{city}</span>}
          <span>
            {t("applications.admin.asked")} <Time at={askedAt} withTime />{" "}
            {applicant ? t("applications.admin.by", { name: applicant }) : t("applications.admin.nobody")}
          </span>
        </p>
      </div>
      <ButtonLink variant="secondary" href={href} aria-label={t("applications.admin.openNamed", { name })}>
        {t("applications.admin.open")}
      </ButtonLink>
    </li>
  );
}
