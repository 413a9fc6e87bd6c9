import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { PageHeader } from "~/ui/page-header";
import { SideNavigation } from "~/ui/side-navigation";

/** The settings, in the order of their navigation. A new page of settings is added here. */
const pages = [
  "account",
  "profileSettings",
  "myOrganizations",
  "emailChange",
  "passwordChange",
  "security",
  "sessions",
  "follows",
  "distances",
  "roleSettings",
  "ownModeration",
  "ownData",
] as const;

type Props = { title: string; lead?: string; within?: (typeof pages)[number]; children: ReactNode };

/** A page of one's own settings, beside the list of them. */
export function SettingsPage({ title, lead, within, children }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <div className="page">
      <div className="with-aside-start">
        <SideNavigation
          label={t("accounts.settings.navigation")}
          within={within && pathTo(language, within)}
          links={pages.map((page) => ({ href: pathTo(language, page), label: t(`accounts.settings.pages.${page}`) }))}
        />
        <div className="stack stack-large">
          <PageHeader title={title} lead={lead} />
          {children}
        </div>
      </div>
    </div>
  );
}
