import type { ReactNode } from "react";

import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

import type { Permission } from "../roles";
import { Allowed } from "./role-pieces";

/** A page on which a steward makes someone a practitioner, or no longer one. The form shows only to who may. */
export function PractitionerPage({
  title,
  organization,
  lead,
  allowed,
  mayChange,
  children,
}: {
  title: string;
  organization: string;
  lead: string;
  allowed: Permission[];
  mayChange: boolean;
  children: ReactNode;
}) {
  const t = useTranslation();

  return (
    <div className="page page-narrow">
      <PageHeader eyebrow={organization} title={title} lead={lead} />
      <section className="stack" aria-labelledby="allowed">
        <h2 id="allowed">{t("admin.table.allowedBy")}</h2>
        <Allowed permissions={allowed} />
      </section>
      {mayChange ? children : <Notice>{t("admin.person.mayNot")}</Notice>}
    </div>
  );
}
