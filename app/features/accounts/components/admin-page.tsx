import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { PageHeader } from "~/ui/page-header";
import { SideNavigation } from "~/ui/side-navigation";

/** The pages of the administration, in the order of their navigation. A new one is added here, with its name under admin.pages. */
const pages = [
  "admin",
  "adminRoles",
  "adminPeople",
  "adminPermissions",
  "adminOrganizations",
  "adminOrphans",
  "adminCategories",
  "retractions",
  "auditLog",
] as const;

/** A page of the administration, beside the list of them. */
export function AdminPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="page">
      <div className="with-aside-start">
        <SideNavigation
          label={t("admin.navigation")}
          links={pages.map((page) => ({ href: pathTo(language, page), label: t(`admin.pages.${page}`) }))}
        />
        <div className="stack stack-large">
          <PageHeader title={title} lead={lead} />
          {children}
        </div>
      </div>
    </div>
  );
}
