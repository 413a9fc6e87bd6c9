import type { ReactNode } from "react";

import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

/** What every page about the people of an organization has to know of it. */
export type PlaceHead = { name: string; slug: string };

type Props = { place: PlaceHead; title: string; lead?: string; narrow?: boolean; below?: "people" | "organization"; children: ReactNode };

/** A page below that of an organization, or below that of its people. */
export function PlacePage({ place: { name, slug }, title, lead, narrow = true, below = "people", children }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const people = { label: t("membership.people.title"), href: pathTo(language, "organizationPeople", { slug }) };

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("site.pages.organizations"), href: pathTo(language, "organizations") },
          { label: name, href: pathTo(language, "organization", { slug }) },
          ...(below === "people" ? [people] : []),
          { label: title },
        ]}
      />
      <div className={narrow ? "page page-narrow" : "page"}>
        <PageHeader eyebrow={name} title={title} lead={lead} />
        {children}
      </div>
    </>
  );
}

/** Says whom or what a short word on a button is about, to those who do not see beside what it stands. */
export const About = ({ label, whom }: { label: string; whom: string }) => (
  <>
    {label}
    <span className="visually-hidden"> – {whom}</span>
  </>
);
