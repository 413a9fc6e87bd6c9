import type { OrganizationPage } from "~/features/organizations/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type PageName, pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

/** What this viewer can do here: its stewards run it, other members can ask to join. */
export function OrganizationWork({ organization: { slug, status, isOwn, may } }: { organization: OrganizationPage }) {
  const t = useTranslation();
  const language = useLanguage();
  const step = (page: PageName, label: string, values: Record<string, string> = { slug }) => ({ page, label, values });
  const steps = [
    isOwn && status === "MEMBER" && step("organizationSpaces", t("threads.spaces.enter")),
    isOwn && status === "MEMBER" && step("adoptions", t("adoption.list.title"), { organization: slug }),
    isOwn && step("organizationParity", t("parity.overview.title")),
    may.change && status === "MEMBER" && step("organizationTasks", t("stewardship.title")),
    may.change && step("organizationEdit", t("organizations.page.edit")),
    may.change && step("organizationLogo", t("organizations.page.logo")),
    may.runPeople && step("organizationPeople", t("organizations.page.people")),
    may.join && step("joinRequest", t("organizations.page.join")),
  ].filter((one) => one !== false);
  if (!isOwn && steps.length === 0) return null;

  return (
    <section className="work-bar cluster" aria-label={t("organizations.page.manage")}>
      {isOwn && <p>{t("organizations.page.belongs")}</p>}
      {steps.map(({ page, values, label }) => (
        <ButtonLink key={page} variant="secondary" small href={pathTo(language, page, values)}>
          {label}
        </ButtonLink>
      ))}
    </section>
  );
}
