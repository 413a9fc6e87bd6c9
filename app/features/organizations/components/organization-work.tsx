import type { OrganizationPage } from "~/features/organizations/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

/** What this viewer can do here: its stewards run it, other members can ask to join. */
export function OrganizationWork({ organization: { slug, status, isOwn, may } }: { organization: OrganizationPage }) {
  const t = useTranslation();
  const language = useLanguage();
  const steps = [
    isOwn && status === "MEMBER" && { page: "organizationSpaces" as const, label: t("threads.spaces.enter") },
    isOwn && { page: "organizationParity" as const, label: t("parity.overview.title") },
    may.change && { page: "organizationEdit" as const, label: t("organizations.page.edit") },
    may.change && { page: "organizationLogo" as const, label: t("organizations.page.logo") },
    may.runPeople && { page: "organizationPeople" as const, label: t("organizations.page.people") },
    may.join && { page: "joinRequest" as const, label: t("organizations.page.join") },
  ].filter((step) => !!step);
  if (!isOwn && steps.length === 0) return null;

  return (
    <section className="work-bar cluster" aria-label={t("organizations.page.manage")}>
      {isOwn && <p>{t("organizations.page.belongs")}</p>}
      {steps.map(({ page, label }) => (
        <ButtonLink key={page} variant="secondary" small href={pathTo(language, page, { slug })}>
          {label}
        </ButtonLink>
      ))}
    </section>
  );
}
